// OLE2 compound files for tests: streams in 512-byte sectors, one level of storages at most.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace muster::testing {

inline std::string little_endian(uint64_t value, int bytes) {
  std::string out;
  for (int i = 0; i < bytes; ++i) out += static_cast<char>(value >> (8 * i));
  return out;
}

inline std::string utf16le_of(const std::string& ascii) {
  std::string out;
  for (const char c : ascii) (out += c) += '\0';
  return out;
}

// An entry of the directory; siblings hang on one another to the right.
inline std::string directory_entry(const std::string& name, char type, uint32_t right, uint32_t child, uint32_t sector, uint64_t size) {
  std::string entry = utf16le_of(name);
  entry.resize(64);
  entry += little_endian(2 * (name.size() + 1), 2) + type + '\1' + little_endian(0xFFFFFFFF, 4) + little_endian(right, 4) + little_endian(child, 4);
  entry.resize(116);
  return entry + little_endian(sector, 4) + little_endian(size, 8);
}

// Streams by path ("WordDocument", "storage/stream"); paths of one storage must stand together.
inline std::string compound_of(const std::vector<std::pair<std::string, std::string>>& streams) {
  constexpr size_t sector = 512;
  constexpr uint32_t none = 0xFFFFFFFF, end_of_chain = 0xFFFFFFFE;
  struct Node { std::string name; char type; uint32_t right = none, child = none, first = 0; uint64_t size = 0; };
  std::vector<Node> nodes = {{.name = "Root Entry", .type = 5, .first = end_of_chain}};
  std::string data;
  std::vector<uint32_t> table;
  uint32_t last_top = 0, last_inner = 0;
  std::string storage;
  for (const auto& [path, bytes] : streams) {
    const size_t slash = path.find('/');
    const std::string folder = slash == std::string::npos ? "" : path.substr(0, slash);
    const auto hang = [&](Node node, uint32_t& last, uint32_t parent) {
      nodes.push_back(std::move(node));
      const auto own = static_cast<uint32_t>(nodes.size() - 1);
      (last == 0 ? nodes[parent].child : nodes[last].right) = own;
      last = own;
    };
    if (!folder.empty() && folder != storage) {
      hang({.name = folder, .type = 1}, last_top, 0);
      last_inner = 0;
    }
    storage = folder;
    const Node stream{.name = slash == std::string::npos ? path : path.substr(slash + 1), .type = 2, .first = static_cast<uint32_t>(table.size()), .size = bytes.size()};
    if (folder.empty()) hang(stream, last_top, 0);
    else hang(stream, last_inner, last_top);
    data += bytes;
    data.resize((data.size() + sector - 1) / sector * sector);
    while (table.size() < data.size() / sector) table.push_back(static_cast<uint32_t>(table.size()) + 1);
    if (!bytes.empty()) table.back() = end_of_chain;
  }
  const auto directory_begin = static_cast<uint32_t>(table.size());
  for (const Node& n : nodes) data += directory_entry(n.name, n.type, n.right, n.child, n.first, n.size);
  data.resize((data.size() + sector - 1) / sector * sector);
  while (table.size() < data.size() / sector) table.push_back(static_cast<uint32_t>(table.size()) + 1);
  table.back() = end_of_chain;
  const auto tables = static_cast<uint32_t>((table.size() + 130) / 128);
  const auto tables_begin = static_cast<uint32_t>(table.size());
  std::string header = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + std::string(16, '\0');
  header += little_endian(0x3E, 2) + little_endian(3, 2) + little_endian(0xFFFE, 2) + little_endian(9, 2) + little_endian(6, 2) + std::string(10, '\0');
  header += little_endian(tables, 4) + little_endian(directory_begin, 4) + little_endian(0, 8) + little_endian(end_of_chain, 4) + little_endian(0, 4);
  header += little_endian(end_of_chain, 4) + little_endian(0, 4);
  for (uint32_t i = 0; i < 109; ++i) header += little_endian(i < tables ? tables_begin + i : none, 4);
  for (const uint32_t next : table) data += little_endian(next, 4);
  data.resize((tables_begin + tables) * sector, '\xFF');
  return header + data;
}

}  // namespace muster::testing
