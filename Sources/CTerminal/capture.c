#include "internal.h"

#include <sys/mman.h>
#include <unistd.h>

/* Standard error would write over the screen. It goes into a file without a name, which outlives the
 * screen but not the process; a crash replays it from the handler. */
void ct_capture_begin(void) {
  if (!isatty(STDERR_FILENO)) return;
  if (ct_shared.captured < 0) ct_shared.captured = memfd_create("stderr", MFD_CLOEXEC);
  if (ct_shared.captured < 0) return;
  ct_shared.stderr_copy = dup(STDERR_FILENO);
  if (ct_shared.stderr_copy >= 0) dup2(ct_shared.captured, STDERR_FILENO);
}

void ct_capture_end(void) {
  if (ct_shared.stderr_copy < 0) return;
  dup2(ct_shared.stderr_copy, STDERR_FILENO);
  close(ct_shared.stderr_copy);
  ct_shared.stderr_copy = -1;
}

size_t ct_captured(size_t offset, void *buffer, size_t capacity) {
  if (ct_shared.captured < 0) return 0;
  ssize_t count = pread(ct_shared.captured, buffer, capacity, (off_t)offset);
  return count > 0 ? (size_t)count : 0;
}

void ct_capture_replay_raw(void) {
  if (ct_shared.captured < 0) return;
  unsigned char bytes[512];
  char visible[1024];
  off_t offset = 0;
  for (;;) {
    ssize_t count = pread(ct_shared.captured, bytes, sizeof bytes, offset);
    if (count <= 0) return;
    offset += count;
    size_t length = 0;
    for (ssize_t index = 0; index < count; index++) {
      unsigned char byte = bytes[index];
      if ((byte >= 0x20 && byte < 0x7F) || byte == '\n') {
        visible[length++] = (char)byte;
      } else if (byte < 0x20) {
        visible[length++] = '^';
        visible[length++] = (char)(byte + 0x40);
      } else {
        visible[length++] = '?';
      }
    }
    ct_write_all(STDERR_FILENO, visible, length);
  }
}
