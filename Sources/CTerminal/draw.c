#include "internal.h"

#include <curses.h>
#include <string.h>
#include <term.h>
#include <wchar.h>

/* curses measures with the C library, which may know another Unicode than our table. Where the two
 * differ, the cells are kept and the character gives way, so that nothing to its right moves. */
static int put_text(const ct_cell *cell, wchar_t text[CCHARW_MAX + 1]) {
  uint32_t base = cell->scalars[0];
  int length = 0;
  if (base >= 0x20 && base < 0x7F) {
    text[length++] = (wchar_t)base;
  } else if (wcwidth((wchar_t)base) == cell->width) {
    text[length++] = (wchar_t)base;
  } else {
    text[0] = L'?';
    text[1] = 0;
    return 0;
  }
  for (int index = 1; index < 5 && cell->scalars[index] != 0; index++)
    if (wcwidth((wchar_t)cell->scalars[index]) == 0) text[length++] = (wchar_t)cell->scalars[index];
  text[length] = 0;
  return 1;
}

static attr_t attributes(uint8_t bits) {
  return (bits & CT_BOLD ? WA_BOLD : 0) | (bits & CT_DIM ? WA_DIM : 0) |
         (bits & CT_UNDERLINE ? WA_UNDERLINE : 0) | (bits & CT_REVERSE ? WA_REVERSE : 0);
}

/* Pairs are made when they are first needed; curses forgets the least recently used. */
static int pair_of(const ct_cell *cell) {
  if (cell->foreground < 0 && cell->background < 0) return 0;
  int pair = alloc_pair(cell->foreground, cell->background);
  return pair > 0 ? pair : 0;
}

void ct_put(int row, int column, const ct_cell *cells, int count) {
  cchar_t run[256];
  int filled = 0, start = column, pair = 0;
  for (int index = 0; index < count; index++) {
    const ct_cell *cell = &cells[index];
    if (index == 0 || cell->foreground != cells[index - 1].foreground ||
        cell->background != cells[index - 1].background)
      pair = pair_of(cell);
    wchar_t text[CCHARW_MAX + 1];
    int fits = put_text(cell, text);
    for (int copy = 0; copy < (fits ? 1 : cell->width); copy++)
      setcchar(&run[filled++], text, attributes(cell->attributes), 0, &pair);
    column += cell->width;
    if (filled >= 254 || index + 1 == count) {
      mvwadd_wchnstr(stdscr, row, start, run, filled);
      filled = 0;
      start = column;
    }
  }
}

void ct_flush(int cursor_row, int cursor_column, int is_large) {
  int holds = is_large && tigetflag("XT") == 1;
  if (cursor_row >= 0) wmove(stdscr, cursor_row, cursor_column);
  curs_set(cursor_row >= 0);
  if (holds) ct_write_all(ct_shared.output, "\033[?2026h", 8);
  wnoutrefresh(stdscr);
  doupdate();
  if (holds) ct_write_all(ct_shared.output, "\033[?2026l", 8);
}
