#include "CZlib.h"

#include <stdlib.h>
#include <zlib.h>

struct tb_gunzip {
  z_stream stream;
};

/* 15 bits of window, and 16 for a gzip header and trailer. */
enum { WINDOW_BITS = 15 + 16, CHUNK_LIMIT = 1 << 30 };

tb_gunzip *tb_gunzip_new(void) {
  tb_gunzip *state = calloc(1, sizeof *state);
  if (!state) return NULL;
  if (inflateInit2(&state->stream, WINDOW_BITS) != Z_OK) {
    free(state);
    return NULL;
  }
  return state;
}

void tb_gunzip_free(tb_gunzip *state) {
  if (!state) return;
  inflateEnd(&state->stream);
  free(state);
}

void tb_gunzip_reset(tb_gunzip *state) { inflateReset(&state->stream); }

tb_gunzip_status tb_gunzip_step(tb_gunzip *state, const uint8_t *input, size_t input_length,
                                size_t *consumed, uint8_t *output, size_t output_length,
                                size_t *produced) {
  z_stream *stream = &state->stream;
  uInt offered = input_length > CHUNK_LIMIT ? CHUNK_LIMIT : (uInt)input_length;
  uInt room = output_length > CHUNK_LIMIT ? CHUNK_LIMIT : (uInt)output_length;
  stream->next_in = (Bytef *)input;
  stream->avail_in = offered;
  stream->next_out = output;
  stream->avail_out = room;
  int result = inflate(stream, Z_NO_FLUSH);
  *consumed = offered - stream->avail_in;
  *produced = room - stream->avail_out;
  switch (result) {
    case Z_OK:
    case Z_BUF_ERROR: return TB_GUNZIP_MORE;
    case Z_STREAM_END: return TB_GUNZIP_MEMBER;
    case Z_MEM_ERROR: return TB_GUNZIP_MEMORY;
    default: return TB_GUNZIP_DAMAGED;
  }
}
