#!/usr/bin/env python3
"""Draws a golden screen as SVG, for the README:  screen-to-svg.py SCREEN [THEME] > PICTURE

A screen has a text grid and three layers, one letter a cell: role (what the cell is), base (the ground it lies
on) and attr (B bold, U underline, R and V reversed). THEME is a file of themes/, dark by default.
"""
import os
import sys
import unicodedata
from xml.sax.saxutils import escape

ROLES = {
    " ": "text", "d": "dim", "f": "faint", "h": "heading", "T": "title", "a": "accent", "l": "border",
    "L": "border.focus", "_": "input", "k": "hint.key", "t": "hint.text", "g": "good", "w": "warn", "b": "bad",
    "i": "info", "m": "mark", "/": "match", "x": "hostile", "+": "diff.add", "-": "diff.remove",
    **{str(n): f"label.{n}" for n in range(1, 9)}, **{c: f"heat.{n}" for n, c in enumerate("ABCDEFG")}}
BASES = {" ": "text", "t": "title", "s": "selection", "o": "selection.off", "v": "overlay", "p": "alarm",
         "_": "input"}
STEP_UP = {"faint": "dim", "dim": "text", "heading": "text", "hint.text": "text"}  # on a selection
CELL, ROW = 9, 19


def read_screen(path):
    width = height = 0
    layers, current = {}, None
    with open(path, encoding="utf-8") as file:
        for line in file.read().split("\n")[1:]:
            if line.startswith("--- "):
                current = layers.setdefault(line[4:].split()[0], [])
            elif current is not None:
                current.append(line)
            elif line.startswith("size "):
                width, height = map(int, line[5:].split("x"))
    return width, height, layers


def read_theme(path):
    roles = {}
    with open(path, encoding="utf-8") as file:
        for line in file:
            if "=" in line and not line.startswith("#"):
                role, style = line.split("=", 1)
                parts = [part.split() for part in style.split("/")]
                roles[role.strip()] = (parts[0][0], parts[0][1], parts[3])
    return roles


def cells(text):
    """(column, columns taken, what stands there); marks belong to the cell before them."""
    column, found = 0, []
    for char in text:
        if found and (unicodedata.combining(char) or char in "\u200d\ufe0f"):
            found[-1][2] += char
            continue
        wide = 2 if unicodedata.east_asian_width(char) in "WF" else 1
        found.append([column, wide, char])
        column += wide
    return found


def main():
    here = os.path.dirname(os.path.abspath(__file__))
    theme = read_theme(sys.argv[2] if len(sys.argv) > 2 else os.path.join(here, "../../themes/dark.theme"))
    width, height, layers = read_screen(sys.argv[1])
    ground = theme["text"][1]

    def letter(layer, row, column):
        lines = layers.get(layer, [])
        line = lines[row] if row < len(lines) else ""
        return line[column] if column < len(line) else " "

    def style(row, column):
        base = BASES[letter("base", row, column)]
        role = ROLES[letter("role", row, column)]
        if base == "selection":
            role = STEP_UP.get(role, role)
        front, back, attributes = theme[base if role == "text" else role]
        front = theme[base][0] if front == "-" else front
        back = theme[base][1] if back == "-" else back
        attr = letter("attr", row, column)
        if attr in "RV":
            front, back = back, front
        return front, back, attr in "BV" or "bold" in attributes, attr == "U" or "underline" in attributes

    out = [f'<svg xmlns="http://www.w3.org/2000/svg" width="{width * CELL + 20}" height="{height * ROW + 20}" '
           'font-family="JetBrains Mono, DejaVu Sans Mono, Menlo, Consolas, monospace" font-size="15">',
           f'<rect width="100%" height="100%" rx="6" fill="{ground}"/>', '<g transform="translate(10 10)">']
    for row in range(height):
        text = layers["text"][row] if row < len(layers["text"]) else ""
        runs = []
        for column, wide, char in cells(text.ljust(width)):
            if column >= width:
                break
            now = style(row, column)
            if runs and runs[-1][0] == now and wide == 1 and runs[-1][3]:
                runs[-1][2].append(char)
                runs[-1][4] += wide
            else:
                runs.append([now, column, [char], wide == 1, wide])
        for (front, back, bold, underline), column, chars, _, taken in runs:
            x, length = column * CELL, taken * CELL
            if back != ground:
                out.append(f'<rect x="{x}" y="{row * ROW}" width="{length}" height="{ROW}" fill="{back}"/>')
            line = "".join(chars)
            if line.strip():
                extra = ' font-weight="bold"' if bold else ""
                extra += ' text-decoration="underline"' if underline else ""
                out.append(f'<text x="{x}" y="{row * ROW + 14}" textLength="{length}" xml:space="preserve" '
                           f'fill="{front}"{extra}>{escape(line)}</text>')
    print("\n".join(out + ["</g>", "</svg>"]))


main()
