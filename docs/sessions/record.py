#!/usr/bin/env python3
"""Records a session with the real program as an animated SVG:  record.py SESSION TIEBREAK > PICTURE

SESSION says what somebody does, a step a line:  keys | words below the picture | seconds to look at it
Keys are those of tmux send-keys; what stands in quotes is typed letter by letter. Lines that begin with $ are
commands of a shell, run before the workbench is opened, with TIEBREAK as `tiebreak`, in an empty folder; the last of
them opens it. Keys that begin with ! are a command of another shell. Lines that begin with # are remarks. `size 100x30` sets the size of the terminal.

Needs tmux. Every distinct row is drawn once and used by all pictures that show it.
"""
import os
import shlex
import shutil
import subprocess
import sys
import tempfile
import time
import unicodedata
from xml.sax.saxutils import escape

CELL, ROW, FOOT = 8.4, 18, 40
FACE = "ui-monospace,'DejaVu Sans Mono',Menlo,Consolas,monospace"
PLAIN = ["#d6dae0", "#121212"]
BASIC = ["#000000", "#cd3131", "#0dbc79", "#e5e510", "#2472c8", "#bc3fbc", "#11a8cd", "#e5e5e5",
         "#666666", "#f14c4c", "#23d18b", "#f5f543", "#3b8eea", "#d670d6", "#29b8db", "#ffffff"]


def read_session(path):
    size, commands, steps = (100, 30), [], []
    with open(path, encoding="utf-8") as file:
        for line in file.read().splitlines():
            if not line.strip() or line.startswith("#"):
                continue
            if line.startswith("size "):
                size = tuple(map(int, line[5:].split("x")))
            elif line.startswith("$ "):
                commands.append(line[2:])
            else:
                keys, words, seconds = (part.strip() for part in line.split(" | "))
                steps.append((keys, words, float(seconds)))
    return size, commands, steps


class Terminal:
    def __init__(self, size, folder, environment):
        self.socket = os.path.join(folder, "tmux")
        self.tmux("-f", "/dev/null", "new-session", "-d", "-x", str(size[0]), "-y", str(size[1]),
                  "-c", folder, "env", *[f"{k}={v}" for k, v in environment.items()], "sh")
        self.tmux("set", "-s", "escape-time", "0")

    def tmux(self, *words):
        return subprocess.run(["tmux", "-S", self.socket, *words], check=True,
                              capture_output=True, text=True).stdout

    def screen(self):
        return self.tmux("capture-pane", "-e", "-p", "-t", "0")

    def settled(self):
        """The screen once nothing has changed on it for a while."""
        last, since = self.screen(), time.monotonic()
        while time.monotonic() - since < 0.7:
            time.sleep(0.05)
            now = self.screen()
            if now != last:
                last, since = now, time.monotonic()
        return last

    def press(self, keys):
        for key in shlex.split(keys, posix=False):
            if key[0] in "\"'":
                self.tmux("send-keys", "-t", "0", "-l", key[1:-1])
            else:
                self.tmux("send-keys", "-t", "0", key)
            time.sleep(0.12)

    def close(self):
        self.tmux("kill-server")


def colour(numbers):
    """The colour that follows 38 or 48, and how many numbers it took."""
    if numbers[0] == 2:
        return "#%02x%02x%02x" % tuple(numbers[1:4]), 4
    index = numbers[1]
    if index < 16:
        return BASIC[index], 2
    if index >= 232:
        return "#%02x%02x%02x" % ((8 + (index - 232) * 10,) * 3), 2
    index -= 16
    levels = [0, 95, 135, 175, 215, 255]
    return "#%02x%02x%02x" % tuple(levels[index // n % 6] for n in (36, 6, 1)), 2


def styled(numbers, style):
    style = dict(style)
    place = 0
    while place < len(numbers):
        code = numbers[place]
        place += 1
        if code == 0:
            style = {}
        elif code in (1, 2, 4, 7):
            style[code] = True
        elif code == 22:
            style.pop(1, None), style.pop(2, None)
        elif code in (24, 27):
            style.pop(code - 20, None)
        elif code in (38, 48):
            style[code], taken = colour(numbers[place:])
            place += taken
        elif code in (39, 49):
            style.pop(code - 1, None)
        elif 30 <= code <= 37 or 40 <= code <= 47:
            style[38 if code < 40 else 48] = BASIC[code % 10]
        elif 90 <= code <= 97 or 100 <= code <= 107:
            style[38 if code < 100 else 48] = BASIC[8 + code % 10]
    return style


def runs(line, style):
    """(column, cells, text, style) of a line as tmux prints it, and the style that it leaves behind."""
    found, column, place = [], 0, 0
    while place < len(line):
        if line.startswith("\x1b[", place):
            end = line.index("m", place)
            numbers = [int(n or 0) for n in line[place + 2:end].replace(":", ";").split(";")]
            style = styled(numbers, style)
            place = end + 1
            continue
        if line[place] == "\x1b" or line[place] in "\x0e\x0f":
            place += 3 if line[place] == "\x1b" else 1
            continue
        char = line[place]
        place += 1
        if found and unicodedata.combining(char):
            found[-1][2] += char
            continue
        wide = 2 if unicodedata.east_asian_width(char) in "WF" else 1
        if found and found[-1][3] == style and wide == 1 and found[-1][0] + found[-1][1] == column:
            found[-1][1] += 1
            found[-1][2] += char
        else:
            found.append([column, wide, char, dict(style)])
        column += wide
    return found, style


def drawn(found, width):
    grounds, letters = [], []
    for column, cells, text, style in found:
        fore, back = style.get(38, PLAIN[0]), style.get(48, PLAIN[1])
        if style.get(7):
            fore, back = back, fore
        if back != PLAIN[1]:
            grounds.append(f'<rect x="{column * CELL:.1f}" width="{cells * CELL:.1f}" height="{ROW}" fill="{back}"/>')
        if not text.strip():
            continue
        lead = len(text) - len(text.lstrip())
        text = text.strip()
        look = ' font-weight="bold"' if style.get(1) else ""
        look += ' text-decoration="underline"' if style.get(4) else ""
        look += ' opacity=".7"' if style.get(2) else ""
        letters.append(f'<text x="{(column + lead) * CELL:.1f}" y="13.5" fill="{fore}" '
                       f'textLength="{sum(2 if unicodedata.east_asian_width(c) in "WF" else 0 if unicodedata.combining(c) else 1 for c in text) * CELL:.1f}"{look}>{escape(text)}</text>')
    return "".join(grounds + letters)


def ground(screen):
    """The colour that most of a screen lies on."""
    style, cells = {}, {}
    for line in screen.split("\n"):
        found, style = runs(line, style)
        for _, width, _, look in found:
            colour = look.get(48, PLAIN[1])
            cells[colour] = cells.get(colour, 0) + width
    return max(cells, key=cells.get)


def picture(size, frames):
    width, height = size[0] * CELL, size[1] * ROW
    PLAIN[1] = ground(frames[0][0])
    whole = sum(seconds for _, _, seconds in frames)
    rows, shown, styles, start = {}, [], [], 0.0
    for number, (screen, words, seconds) in enumerate(frames):
        style, uses = {}, []
        for line, text in enumerate(screen.rstrip("\n").split("\n")[:size[1]]):
            found, style = runs(text, style)
            drawing = drawn(found, size[0])
            if drawing:
                name = rows.setdefault(drawing, f"r{len(rows)}")
                uses.append(f'<use href="#{name}" y="{line * ROW}"/>')
        begin, end = start / whole * 100, (start + seconds) / whole * 100
        styles.append(f"@keyframes k{number}{{0%{{visibility:{'visible' if number == 0 else 'hidden'}}}"
                      f"{begin:.3f}%{{visibility:visible}}{end:.3f}%,100%{{visibility:hidden}}}}"
                      f"#f{number}{{animation:k{number} {whole:.1f}s step-end infinite}}")
        shown.append(f'<g id="f{number}">{"".join(uses)}<text class="w" x="{width / 2:.0f}" '
                     f'y="{height + 26}">{escape(words)}</text></g>')
        start += seconds
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="-12 -12 {width + 24:.0f} {height + FOOT + 18:.0f}" '
        f'width="{width + 24:.0f}" height="{height + FOOT + 18:.0f}" font-family="{FACE}" font-size="14" '
        'xml:space="preserve">',
        "<style>" + "".join(styles) + f".w{{fill:#e8b64c;font:600 15px {FACE};text-anchor:middle}}</style>",
        "<defs>" + "\n".join(f'<g id="{name}">{row}</g>' for row, name in rows.items()) + "</defs>",
        f'<rect x="-12" y="-12" width="{width + 24:.0f}" height="{height + FOOT + 18:.0f}" rx="8" fill="{PLAIN[1]}"/>',
        *shown, "</svg>"]
    return "\n".join(lines) + "\n"


def main():
    session, program = sys.argv[1], os.path.abspath(sys.argv[2])
    size, commands, steps = read_session(session)
    folder = tempfile.mkdtemp(prefix="tiebreak-session-")
    os.makedirs(os.path.join(folder, "bin"))
    os.symlink(program, os.path.join(folder, "bin", "tiebreak"))
    root = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
    environment = {
        **os.environ, "PATH": os.path.join(folder, "bin") + ":" + os.environ["PATH"], "HOME": folder,
        "XDG_STATE_HOME": folder + "/state", "XDG_CONFIG_HOME": folder + "/config", "LC_ALL": "C.UTF-8",
        "SAMPLES": os.path.join(root, "sample-projects"), "COLORTERM": "truecolor"}
    environment.pop("TMUX", None)
    for command in commands[:-1]:
        subprocess.run(command, shell=True, check=True, cwd=folder, env=environment,
                       stdout=subprocess.DEVNULL)
    outside = environment
    environment = {name: environment[name] for name in
                   ("PATH", "HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME", "LC_ALL", "COLORTERM")}
    terminal = Terminal(size, folder, environment)
    try:
        time.sleep(0.3)
        terminal.tmux("send-keys", "-t", "0", "-l", "clear; " + commands[-1])
        terminal.tmux("send-keys", "-t", "0", "Enter")
        time.sleep(1)
        frames = []
        for keys, words, seconds in steps:
            if keys.startswith("!"):
                subprocess.run(keys[1:], shell=True, check=True, cwd=folder, env=outside,
                               stdout=subprocess.DEVNULL)
            else:
                terminal.press(keys)
            frames.append((terminal.settled(), words, seconds))
    finally:
        terminal.close()
        shutil.rmtree(folder, ignore_errors=True)
    keystrokes = sum(len(key) - 2 if key[0] in "\"'" else 1
                     for keys, _, _ in steps if not keys.startswith("!") for key in shlex.split(keys, posix=False))
    print(f"{len(steps)} steps, {keystrokes} keys", file=sys.stderr)
    sys.stdout.write(picture(size, frames))


if __name__ == "__main__":
    main()
