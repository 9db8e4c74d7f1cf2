/* A small face of zlib: one gzip stream at a time, memory to memory.
   Ownership: `tb_gunzip_new` hands out the state, `tb_gunzip_free` takes it back.
   Threads: one state belongs to one thread at a time. */
#ifndef TIEBREAK_CZLIB_H
#define TIEBREAK_CZLIB_H

#include <stddef.h>
#include <stdint.h>

typedef struct tb_gunzip tb_gunzip;

typedef enum {
  TB_GUNZIP_MORE = 0,    /* made progress; call again with more input or more room */
  TB_GUNZIP_MEMBER = 1,  /* a member ended and its checksum holds */
  TB_GUNZIP_DAMAGED = 2, /* the bytes are no gzip, or a checksum fails */
  TB_GUNZIP_MEMORY = 3
} tb_gunzip_status;

/* NULL where memory is short. */
tb_gunzip *tb_gunzip_new(void);
void tb_gunzip_free(tb_gunzip *state);

/* Makes the state ready for another member. */
void tb_gunzip_reset(tb_gunzip *state);

/* Reads from `input`, writes to `output`, and says how much of each was used. */
tb_gunzip_status tb_gunzip_step(tb_gunzip *state, const uint8_t *input, size_t input_length,
                                size_t *consumed, uint8_t *output, size_t output_length,
                                size_t *produced);

#endif
