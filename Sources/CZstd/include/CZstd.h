/* A small face of libzstd: streaming, memory to memory.
   Ownership: `_new` hands out the state, `_free` takes it back.
   Threads: one state belongs to one thread at a time. */
#ifndef TIEBREAK_CZSTD_H
#define TIEBREAK_CZSTD_H

#include <stddef.h>
#include <stdint.h>

typedef struct tb_zstd_writer tb_zstd_writer;
typedef struct tb_zstd_reader tb_zstd_reader;

typedef enum {
  TB_ZSTD_MORE = 0,    /* made progress; call again */
  TB_ZSTD_DONE = 1,    /* everything offered is written out; a frame ended */
  TB_ZSTD_DAMAGED = 2, /* no zstd, a checksum fails, or the window is larger than allowed */
  TB_ZSTD_MEMORY = 3
} tb_zstd_status;

/* Frames carry a checksum. NULL where memory is short. */
tb_zstd_writer *tb_zstd_writer_new(int level);
void tb_zstd_writer_free(tb_zstd_writer *writer);

/* With `finish` the frame is ended: call until DONE. */
tb_zstd_status tb_zstd_write(tb_zstd_writer *writer, const uint8_t *input, size_t input_length,
                             size_t *consumed, uint8_t *output, size_t output_length,
                             size_t *produced, int finish);

/* `window_log` bounds the memory that a frame may ask for, as a power of two. */
tb_zstd_reader *tb_zstd_reader_new(int window_log);
void tb_zstd_reader_free(tb_zstd_reader *reader);

tb_zstd_status tb_zstd_read(tb_zstd_reader *reader, const uint8_t *input, size_t input_length,
                            size_t *consumed, uint8_t *output, size_t output_length,
                            size_t *produced);

#endif
