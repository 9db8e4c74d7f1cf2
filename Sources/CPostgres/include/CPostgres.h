/* A small face of libpq: connections that never block in here, and results in the binary format.
   libpq is loaded when it is first asked for, so that whoever keeps a project in a folder neither
   needs it nor waits for it.
   Ownership: what `_open` and `_result` hand out goes back through `_close` and `_clear`. Strings
   belong to what they were asked of, and live as long.
   Threads: a connection belongs to one thread at a time; loading may happen from several. */
#ifndef TIEBREAK_CPOSTGRES_H
#define TIEBREAK_CPOSTGRES_H

#include <stddef.h>
#include <stdint.h>

typedef struct tb_pg_connection tb_pg_connection;
typedef struct tb_pg_result tb_pg_result;

/* 1 where libpq is there. */
int tb_pg_load(void);

/* Calls `take` with each keyword of an address and its decoded value; 0 where it is no address.
   What libpq says of a bad one is dropped: it may repeat a password. */
int tb_pg_parse(const char *address, void *context,
                void (*take)(void *context, const char *keyword, const char *value));

typedef enum { TB_PG_READING = 0, TB_PG_WRITING = 1, TB_PG_READY = 2, TB_PG_FAILED = 3 } tb_pg_step;

/* Begins to connect; both lists end with NULL. Never NULL unless memory is short. */
tb_pg_connection *tb_pg_open(const char *const *keywords, const char *const *values);
/* Goes on connecting; says what to wait for on the socket before the next call. */
tb_pg_step tb_pg_continue(tb_pg_connection *connection);
void tb_pg_close(tb_pg_connection *connection);

/* -1 where there is none. */
int tb_pg_socket(const tb_pg_connection *connection);
int tb_pg_is_alive(const tb_pg_connection *connection);
const char *tb_pg_message(const tb_pg_connection *connection);

/* Sends one statement with bound values, all in the binary format; 1 where it was taken. */
int tb_pg_send(tb_pg_connection *connection, const char *statement, int count,
               const uint32_t *types, const char *const *values, const int *lengths);
/* Sends a script of several statements, without values. */
int tb_pg_send_script(tb_pg_connection *connection, const char *script);
/* 0: all is sent; 1: wait until it can be written, then again; -1: lost. */
int tb_pg_flush(tb_pg_connection *connection);
/* Takes what came in; 0 where the connection is lost. */
int tb_pg_take(tb_pg_connection *connection);
/* Whether `_result` would have to wait. */
int tb_pg_is_waiting(tb_pg_connection *connection);
/* The next result of what was sent; NULL behind the last. */
tb_pg_result *tb_pg_result_next(tb_pg_connection *connection);

/* 1 where the statement was carried out. */
int tb_pg_is_good(const tb_pg_result *result);
/* Five letters, or NULL where the trouble did not come from the server. */
const char *tb_pg_state(const tb_pg_result *result);
const char *tb_pg_reason(const tb_pg_result *result);
int tb_pg_rows(const tb_pg_result *result);
int tb_pg_columns(const tb_pg_result *result);
/* NULL for a null value. */
const char *tb_pg_value(const tb_pg_result *result, int row, int column, int *length);
void tb_pg_clear(tb_pg_result *result);

/* Takes one notification off the queue, its payload dropped; 0 where there is none. */
int tb_pg_take_notification(tb_pg_connection *connection);

#endif
