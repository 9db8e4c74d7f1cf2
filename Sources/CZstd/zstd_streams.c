#include "CZstd.h"

#include <stdlib.h>
#include <zstd.h>
#include <zstd_errors.h>

struct tb_zstd_writer {
  ZSTD_CCtx *context;
};

struct tb_zstd_reader {
  ZSTD_DCtx *context;
};

static tb_zstd_status failure(size_t code) {
  return ZSTD_getErrorCode(code) == ZSTD_error_memory_allocation ? TB_ZSTD_MEMORY
                                                                 : TB_ZSTD_DAMAGED;
}

tb_zstd_writer *tb_zstd_writer_new(int level) {
  tb_zstd_writer *writer = calloc(1, sizeof *writer);
  if (!writer) return NULL;
  writer->context = ZSTD_createCCtx();
  if (!writer->context ||
      ZSTD_isError(ZSTD_CCtx_setParameter(writer->context, ZSTD_c_compressionLevel, level)) ||
      ZSTD_isError(ZSTD_CCtx_setParameter(writer->context, ZSTD_c_checksumFlag, 1))) {
    tb_zstd_writer_free(writer);
    return NULL;
  }
  return writer;
}

void tb_zstd_writer_free(tb_zstd_writer *writer) {
  if (!writer) return;
  ZSTD_freeCCtx(writer->context);
  free(writer);
}

tb_zstd_status tb_zstd_write(tb_zstd_writer *writer, const uint8_t *input, size_t input_length,
                             size_t *consumed, uint8_t *output, size_t output_length,
                             size_t *produced, int finish) {
  ZSTD_inBuffer in = {input, input_length, 0};
  ZSTD_outBuffer out = {output, output_length, 0};
  size_t left = ZSTD_compressStream2(writer->context, &out, &in,
                                     finish ? ZSTD_e_end : ZSTD_e_continue);
  *consumed = in.pos;
  *produced = out.pos;
  if (ZSTD_isError(left)) return failure(left);
  int done = finish ? left == 0 : in.pos == in.size;
  return done ? TB_ZSTD_DONE : TB_ZSTD_MORE;
}

tb_zstd_reader *tb_zstd_reader_new(int window_log) {
  tb_zstd_reader *reader = calloc(1, sizeof *reader);
  if (!reader) return NULL;
  reader->context = ZSTD_createDCtx();
  if (!reader->context || ZSTD_isError(ZSTD_DCtx_setParameter(
                              reader->context, ZSTD_d_windowLogMax, window_log))) {
    tb_zstd_reader_free(reader);
    return NULL;
  }
  return reader;
}

void tb_zstd_reader_free(tb_zstd_reader *reader) {
  if (!reader) return;
  ZSTD_freeDCtx(reader->context);
  free(reader);
}

tb_zstd_status tb_zstd_read(tb_zstd_reader *reader, const uint8_t *input, size_t input_length,
                            size_t *consumed, uint8_t *output, size_t output_length,
                            size_t *produced) {
  ZSTD_inBuffer in = {input, input_length, 0};
  ZSTD_outBuffer out = {output, output_length, 0};
  size_t left = ZSTD_decompressStream(reader->context, &out, &in);
  *consumed = in.pos;
  *produced = out.pos;
  if (ZSTD_isError(left)) return failure(left);
  return left == 0 ? TB_ZSTD_DONE : TB_ZSTD_MORE;
}
