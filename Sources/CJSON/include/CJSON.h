/* simdjson's DOM behind a C face, with the strictness that it lacks on top.
   A document is read whole into a flat list of nodes in document order; texts point into memory that
   belongs to the reader and stays until its next `tb_json_read` or `tb_json_free`.
   Threads: one reader belongs to one thread at a time. */
#ifndef TIEBREAK_CJSON_H
#define TIEBREAK_CJSON_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

enum { TB_JSON_PADDING = 64 };

typedef enum {
  TB_JSON_NULL = 0,
  TB_JSON_FALSE,
  TB_JSON_TRUE,
  TB_JSON_INT,    /* fits a signed 64-bit integer */
  TB_JSON_UINT,   /* above that, fits an unsigned one */
  TB_JSON_DOUBLE,
  TB_JSON_STRING,
  TB_JSON_ARRAY,
  TB_JSON_OBJECT  /* its members follow as name (a STRING node), value, name, value … */
} tb_json_kind;

typedef struct {
  uint8_t kind;
  uint32_t next;  /* index of the first node after this one and everything inside it */
  uint32_t count; /* members of an object, elements of an array, bytes of a string */
  union {
    int64_t integer;
    uint64_t natural;
    double real;
    const char *text; /* UTF-8, not terminated */
  } value;
} tb_json_node;

typedef enum {
  TB_JSON_OK = 0,
  TB_JSON_SYNTAX,
  TB_JSON_EMPTY,
  TB_JSON_DEPTH,
  TB_JSON_UTF8,
  TB_JSON_NUMBER,    /* no number, or beyond 64 bits */
  TB_JSON_STRING_BAD, /* an unescaped control character, a bad escape */
  TB_JSON_SURROGATE, /* a lone surrogate */
  TB_JSON_NUL,       /* a NUL character in a string */
  TB_JSON_DUPLICATE, /* two members of one object have the same name */
  TB_JSON_MEMORY
} tb_json_status;

typedef struct tb_json_reader tb_json_reader;

/* NULL where memory is short. */
tb_json_reader *tb_json_new(size_t depth_limit);
void tb_json_free(tb_json_reader *reader);

/* Reads `length` bytes; TB_JSON_PADDING readable bytes must stand behind them. On success
   `nodes` is the list and `count` its length; on TB_JSON_DUPLICATE `name` is the name. */
tb_json_status tb_json_read(tb_json_reader *reader, const uint8_t *bytes, size_t length,
                            const tb_json_node **nodes, size_t *count, const char **name,
                            size_t *name_length);

/* Whether the bytes are well-formed UTF-8, at memory speed. */
int tb_utf8_valid(const uint8_t *bytes, size_t length);

#ifdef __cplusplus
}
#endif

#endif
