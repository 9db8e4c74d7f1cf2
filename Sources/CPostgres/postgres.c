#include "CPostgres.h"

#include <dlfcn.h>
#include <pthread.h>

#if __has_include(<postgresql/libpq-fe.h>)
#include <postgresql/libpq-fe.h>
#else
#include <libpq-fe.h>
#endif

/* Every function of libpq that is used, with its declared type. */
#define TB_FUNCTIONS(DO)                                                                         \
  DO(PQconninfoParse)                                                                            \
  DO(PQconninfoFree)                                                                             \
  DO(PQconnectStartParams)                                                                       \
  DO(PQconnectPoll)                                                                              \
  DO(PQfinish)                                                                                   \
  DO(PQsocket)                                                                                   \
  DO(PQstatus)                                                                                   \
  DO(PQerrorMessage)                                                                             \
  DO(PQsetnonblocking)                                                                           \
  DO(PQsetNoticeProcessor)                                                                       \
  DO(PQsendQueryParams)                                                                          \
  DO(PQsendQuery)                                                                                \
  DO(PQflush)                                                                                    \
  DO(PQconsumeInput)                                                                             \
  DO(PQisBusy)                                                                                   \
  DO(PQgetResult)                                                                                \
  DO(PQresultStatus)                                                                             \
  DO(PQresultErrorField)                                                                         \
  DO(PQntuples)                                                                                  \
  DO(PQnfields)                                                                                  \
  DO(PQgetvalue)                                                                                 \
  DO(PQgetlength)                                                                                \
  DO(PQgetisnull)                                                                                \
  DO(PQclear)                                                                                    \
  DO(PQnotifies)                                                                                 \
  DO(PQfreemem)

#define TB_DECLARE(name) static __typeof__(&name) tb_##name;
TB_FUNCTIONS(TB_DECLARE)

static int is_loaded;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void load(void) {
  void *library = dlopen("libpq.so.5", RTLD_NOW | RTLD_LOCAL);
  if (!library) return;
#define TB_FIND(name)                                                                            \
  tb_##name = (__typeof__(&name))dlsym(library, #name);                                          \
  if (!tb_##name) return;
  TB_FUNCTIONS(TB_FIND)
  is_loaded = 1;
}

int tb_pg_load(void) {
  pthread_once(&once, load);
  return is_loaded;
}

int tb_pg_parse(const char *address, void *context,
                void (*take)(void *, const char *, const char *)) {
  char *message = NULL;
  PQconninfoOption *options = tb_PQconninfoParse(address, &message);
  if (message) tb_PQfreemem(message);
  if (!options) return 0;
  for (PQconninfoOption *option = options; option->keyword; option++)
    if (option->val) take(context, option->keyword, option->val);
  tb_PQconninfoFree(options);
  return 1;
}

static PGconn *raw(const tb_pg_connection *connection) { return (PGconn *)connection; }
static const PGresult *read_only(const tb_pg_result *result) { return (const PGresult *)result; }

/* Notices would go to standard error, over the screen. */
static void drop_notice(void *context, const char *message) {
  (void)context;
  (void)message;
}

tb_pg_connection *tb_pg_open(const char *const *keywords, const char *const *values) {
  PGconn *connection = tb_PQconnectStartParams(keywords, values, 0);
  if (connection) tb_PQsetNoticeProcessor(connection, drop_notice, NULL);
  return (tb_pg_connection *)connection;
}

tb_pg_step tb_pg_continue(tb_pg_connection *connection) {
  if (tb_PQstatus(raw(connection)) == CONNECTION_BAD) return TB_PG_FAILED;
  switch (tb_PQconnectPoll(raw(connection))) {
  case PGRES_POLLING_READING: return TB_PG_READING;
  case PGRES_POLLING_WRITING: return TB_PG_WRITING;
  case PGRES_POLLING_OK:
    return tb_PQsetnonblocking(raw(connection), 1) == 0 ? TB_PG_READY : TB_PG_FAILED;
  default: return TB_PG_FAILED;
  }
}

void tb_pg_close(tb_pg_connection *connection) { tb_PQfinish(raw(connection)); }

int tb_pg_socket(const tb_pg_connection *connection) { return tb_PQsocket(raw(connection)); }

int tb_pg_is_alive(const tb_pg_connection *connection) {
  return tb_PQstatus(raw(connection)) == CONNECTION_OK;
}

const char *tb_pg_message(const tb_pg_connection *connection) {
  return tb_PQerrorMessage(raw(connection));
}

int tb_pg_send(tb_pg_connection *connection, const char *statement, int count,
               const uint32_t *types, const char *const *values, const int *lengths) {
  enum { limit = 16 };
  Oid oids[limit];
  int formats[limit];
  if (count > limit) return 0;
  for (int i = 0; i < count; i++) {
    oids[i] = types[i];
    formats[i] = 1;
  }
  return tb_PQsendQueryParams(raw(connection), statement, count, oids, values, lengths, formats, 1);
}

int tb_pg_send_script(tb_pg_connection *connection, const char *script) {
  return tb_PQsendQuery(raw(connection), script);
}

int tb_pg_flush(tb_pg_connection *connection) { return tb_PQflush(raw(connection)); }
int tb_pg_take(tb_pg_connection *connection) { return tb_PQconsumeInput(raw(connection)); }
int tb_pg_is_waiting(tb_pg_connection *connection) { return tb_PQisBusy(raw(connection)); }

tb_pg_result *tb_pg_result_next(tb_pg_connection *connection) {
  return (tb_pg_result *)tb_PQgetResult(raw(connection));
}

int tb_pg_is_good(const tb_pg_result *result) {
  switch (tb_PQresultStatus(read_only(result))) {
  case PGRES_COMMAND_OK:
  case PGRES_TUPLES_OK:
  case PGRES_EMPTY_QUERY: return 1;
  default: return 0;
  }
}

const char *tb_pg_state(const tb_pg_result *result) {
  return tb_PQresultErrorField(read_only(result), PG_DIAG_SQLSTATE);
}

const char *tb_pg_reason(const tb_pg_result *result) {
  return tb_PQresultErrorField(read_only(result), PG_DIAG_MESSAGE_PRIMARY);
}

int tb_pg_rows(const tb_pg_result *result) { return tb_PQntuples(read_only(result)); }
int tb_pg_columns(const tb_pg_result *result) { return tb_PQnfields(read_only(result)); }

const char *tb_pg_value(const tb_pg_result *result, int row, int column, int *length) {
  if (tb_PQgetisnull(read_only(result), row, column)) return NULL;
  *length = tb_PQgetlength(read_only(result), row, column);
  return tb_PQgetvalue(read_only(result), row, column);
}

void tb_pg_clear(tb_pg_result *result) { tb_PQclear((PGresult *)result); }

int tb_pg_take_notification(tb_pg_connection *connection) {
  PGnotify *notification = tb_PQnotifies(raw(connection));
  if (!notification) return 0;
  tb_PQfreemem(notification);
  return 1;
}
