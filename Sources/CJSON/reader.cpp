#include "CJSON.h"

#include <simdjson.h>

#include <algorithm>
#include <new>
#include <string_view>
#include <vector>

using simdjson::dom::element;
using simdjson::dom::element_type;

struct tb_json_reader {
  simdjson::dom::parser parser;
  std::vector<tb_json_node> nodes;
  std::vector<std::string_view> names;
  size_t depth_limit;
  std::string_view duplicate;

  explicit tb_json_reader(size_t limit) : parser(simdjson::SIMDJSON_MAXSIZE_BYTES), depth_limit(limit) {}

  tb_json_status flatten(element value);
  tb_json_status text(std::string_view bytes);
  bool has_duplicates(simdjson::dom::object object);
};

static tb_json_status status_of(simdjson::error_code code) {
  switch (code) {
    case simdjson::SUCCESS: return TB_JSON_OK;
    case simdjson::EMPTY: return TB_JSON_EMPTY;
    case simdjson::DEPTH_ERROR: return TB_JSON_DEPTH;
    case simdjson::UTF8_ERROR: return TB_JSON_UTF8;
    case simdjson::NUMBER_ERROR:
    case simdjson::NUMBER_OUT_OF_RANGE: return TB_JSON_NUMBER;
    case simdjson::STRING_ERROR:
    case simdjson::UNESCAPED_CHARS:
    case simdjson::UNCLOSED_STRING: return TB_JSON_STRING_BAD;
    case simdjson::MEMALLOC:
    case simdjson::CAPACITY: return TB_JSON_MEMORY;
    default: return TB_JSON_SYNTAX;
  }
}

/* An escaped lone low surrogate becomes the three bytes ED A0..BF xx, which no UTF-8 has. */
static bool has_surrogate(std::string_view bytes) {
  for (size_t i = bytes.find('\xED'); i != std::string_view::npos; i = bytes.find('\xED', i + 1)) {
    if (i + 1 < bytes.size() && static_cast<uint8_t>(bytes[i + 1]) >= 0xA0) return true;
  }
  return false;
}

static int hex_value(uint8_t digit) {
  if (digit >= '0' && digit <= '9') return digit - '0';
  digit |= 0x20;
  return digit >= 'a' && digit <= 'f' ? digit - 'a' + 10 : -1;
}

/* The code unit of an escape at `at`, or -1 where there is none. */
static int escaped_unit(const uint8_t *bytes, size_t length, size_t at) {
  if (at + 6 > length || bytes[at] != '\\' || bytes[at + 1] != 'u') return -1;
  int unit = 0;
  for (size_t i = at + 2; i < at + 6; i++) {
    int digit = hex_value(bytes[i]);
    if (digit < 0) return -1;
    unit = unit << 4 | digit;
  }
  return unit;
}

/* simdjson refuses a lone surrogate as it does any bad escape; people are told which it was. */
static bool escapes_lone_surrogate(const uint8_t *bytes, size_t length) {
  for (size_t i = 0; i + 1 < length; i++) {
    if (bytes[i] != '\\') continue;
    int unit = escaped_unit(bytes, length, i);
    if (unit >= 0xD800 && unit < 0xDC00) {
      int low = escaped_unit(bytes, length, i + 6);
      if (low < 0xDC00 || low > 0xDFFF) return true;
      i += 11;
    } else if (unit >= 0xDC00 && unit <= 0xDFFF) {
      return true;
    } else {
      i++;
    }
  }
  return false;
}

bool tb_json_reader::has_duplicates(simdjson::dom::object object) {
  names.clear();
  for (auto field : object) names.push_back(field.key);
  if (names.size() < 2) return false;
  std::sort(names.begin(), names.end());
  auto twice = std::adjacent_find(names.begin(), names.end());
  if (twice == names.end()) return false;
  duplicate = *twice;
  return true;
}

tb_json_status tb_json_reader::text(std::string_view bytes) {
  if (has_surrogate(bytes)) return TB_JSON_SURROGATE;
  if (bytes.find('\0') != std::string_view::npos) return TB_JSON_NUL;
  tb_json_node node{};
  node.kind = TB_JSON_STRING;
  node.count = static_cast<uint32_t>(bytes.size());
  node.value.text = bytes.data();
  node.next = static_cast<uint32_t>(nodes.size() + 1);
  nodes.push_back(node);
  return TB_JSON_OK;
}

/* Recursion is bounded: simdjson has already refused what is deeper than the limit. */
tb_json_status tb_json_reader::flatten(element value) {
  size_t index = nodes.size();
  tb_json_node node{};
  tb_json_status status = TB_JSON_OK;
  switch (value.type()) {
    case element_type::STRING: return text(std::string_view(value));
    case element_type::NULL_VALUE: node.kind = TB_JSON_NULL; break;
    case element_type::BOOL: node.kind = bool(value) ? TB_JSON_TRUE : TB_JSON_FALSE; break;
    case element_type::INT64:
      node.kind = TB_JSON_INT;
      node.value.integer = int64_t(value);
      break;
    case element_type::UINT64:
      node.kind = TB_JSON_UINT;
      node.value.natural = uint64_t(value);
      break;
    case element_type::DOUBLE:
      node.kind = TB_JSON_DOUBLE;
      node.value.real = double(value);
      break;
    case element_type::ARRAY: {
      node.kind = TB_JSON_ARRAY;
      nodes.push_back(node);
      for (element child : simdjson::dom::array(value)) {
        node.count++;
        status = flatten(child);
        if (status != TB_JSON_OK) return status;
      }
      node.next = static_cast<uint32_t>(nodes.size());
      nodes[index] = node;
      return TB_JSON_OK;
    }
    case element_type::OBJECT: {
      simdjson::dom::object object = value;
      if (has_duplicates(object)) return TB_JSON_DUPLICATE;
      node.kind = TB_JSON_OBJECT;
      nodes.push_back(node);
      for (auto field : object) {
        node.count++;
        status = text(field.key);
        if (status == TB_JSON_OK) status = flatten(field.value);
        if (status != TB_JSON_OK) return status;
      }
      node.next = static_cast<uint32_t>(nodes.size());
      nodes[index] = node;
      return TB_JSON_OK;
    }
  }
  node.next = static_cast<uint32_t>(index + 1);
  nodes.push_back(node);
  return TB_JSON_OK;
}

tb_json_reader *tb_json_new(size_t depth_limit) {
  return new (std::nothrow) tb_json_reader(depth_limit);
}

void tb_json_free(tb_json_reader *reader) { delete reader; }

tb_json_status tb_json_read(tb_json_reader *reader, const uint8_t *bytes, size_t length,
                            const tb_json_node **nodes, size_t *count, const char **name,
                            size_t *name_length) {
  try {
    reader->nodes.clear();
    if (reader->parser.capacity() < length || reader->parser.max_depth() != reader->depth_limit) {
      auto failed = reader->parser.allocate(length, reader->depth_limit);
      if (failed) return status_of(failed);
    }
    element root;
    auto failed = reader->parser.parse(bytes, length, false).get(root);
    if (failed) {
      tb_json_status why = status_of(failed);
      bool half = why == TB_JSON_STRING_BAD && escapes_lone_surrogate(bytes, length);
      return half ? TB_JSON_SURROGATE : why;
    }
    tb_json_status status = reader->flatten(root);
    if (status == TB_JSON_DUPLICATE) {
      *name = reader->duplicate.data();
      *name_length = reader->duplicate.size();
    }
    if (status != TB_JSON_OK) return status;
    *nodes = reader->nodes.data();
    *count = reader->nodes.size();
    return TB_JSON_OK;
  } catch (...) {
    return TB_JSON_MEMORY;
  }
}

int tb_utf8_valid(const uint8_t *bytes, size_t length) {
  return simdjson::validate_utf8(reinterpret_cast<const char *>(bytes), length);
}
