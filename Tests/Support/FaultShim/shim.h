/* What the parts of the shim share. See shim.c. */
#ifndef FAULT_SHIM_H
#define FAULT_SHIM_H

#include <stdatomic.h>
#include <stdint.h>
#include <sys/types.h>

/* The kinds of calls, as FAULT_CALLS names them. */
enum call {
  CALL_OPEN, CALL_WRITE, CALL_SYNC, CALL_TRUNCATE, CALL_RENAME, CALL_UNLINK, CALL_MKDIR, CALL_LINK,
  CALL_READ, CALL_COUNT
};

/* What becomes of a call. */
enum fate { FATE_PROCEED, FATE_FAIL, FATE_SHORT, FATE_KILL_AFTER };

struct verdict {
  enum fate fate;
  int error; /* with FATE_FAIL */
};

/* Shared with whoever started the program: it outlives a kill. */
struct page {
  _Atomic uint64_t calls;   /* calls that were counted */
  _Atomic uint64_t faults;  /* calls that went wrong because of us */
  _Atomic int64_t clock_ms; /* added to the time of day */
};

/* Counts a call on a path or a descriptor and says what becomes of it. Does not return where the
   process is to die before the call. */
struct verdict shim_path(enum call call, int directory, const char *path);
struct verdict shim_file(enum call call, int descriptor);

/* Ends the process where the verdict says so, with errno kept where it does not. */
void shim_done(struct verdict verdict);
void shim_die(void);

/* Milliseconds to add to the time of day. */
int64_t shim_clock(void);

/* The trace of FAULT_TRACE: `shim_hold` before a call and `shim_release` after its record keep the
   records in the order of the calls. Without a trace all of these do nothing. */
int shim_tracing(void);
void shim_hold(void);
void shim_release(void);
int64_t shim_position(int descriptor);
int shim_exists(int directory, const char *path);
void shim_record(char what, int descriptor, int64_t offset, const void *bytes, size_t count);
void shim_record_path(char what, int directory, const char *path, int other_directory,
                      const char *other);

#endif
