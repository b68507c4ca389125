// Zip files for tests, members stored as they are.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace muster::testing {

inline uint32_t crc32_of(const std::string& bytes) {
  uint32_t crc = 0xFFFFFFFF;
  for (const unsigned char byte : bytes) {
    crc ^= byte;
    for (int bit = 0; bit < 8; ++bit) crc = crc >> 1 ^ (crc & 1 ? 0xEDB88320 : 0);
  }
  return ~crc;
}

inline std::string zip_of(const std::vector<std::pair<std::string, std::string>>& members) {
  std::string zip, directory;
  const auto put = [](std::string& out, uint32_t value, int bytes) {
    for (int i = 0; i < bytes; ++i) out += static_cast<char>(value >> (8 * i));
  };
  for (const auto& [name, content] : members) {
    const uint32_t offset = static_cast<uint32_t>(zip.size());
    const uint32_t size = static_cast<uint32_t>(content.size());
    std::string common;
    put(common, 20, 2), put(common, 0, 2), put(common, 0, 2), put(common, 0, 4);
    put(common, crc32_of(content), 4), put(common, size, 4), put(common, size, 4);
    put(common, static_cast<uint32_t>(name.size()), 2), put(common, 0, 2);
    zip += "PK\x03\x04" + common + name + content;
    directory += std::string("PK\x01\x02") + std::string("\x14\0", 2) + common;
    put(directory, 0, 2), put(directory, 0, 2), put(directory, 0, 2), put(directory, 0, 4), put(directory, offset, 4);
    directory += name;
  }
  std::string end = "PK\x05\x06";
  put(end, 0, 4), put(end, static_cast<uint32_t>(members.size()), 2), put(end, static_cast<uint32_t>(members.size()), 2);
  put(end, static_cast<uint32_t>(directory.size()), 4), put(end, static_cast<uint32_t>(zip.size()), 4), put(end, 0, 2);
  return zip + directory + end;
}

// One member that is packed already (raw deflate); its size and checksum as claimed.
inline std::string zip_of_packed(const std::string& name, const std::string& packed, size_t claimed_size, uint32_t claimed_crc) {
  const auto number = [](uint64_t value, int bytes) {
    std::string out;
    for (int i = 0; i < bytes; ++i) out += static_cast<char>(value >> (8 * i));
    return out;
  };
  const std::string common = number(20, 2) + number(0, 2) + number(8, 2) + number(0, 4) + number(claimed_crc, 4) + number(packed.size(), 4) +
                             number(claimed_size, 4) + number(name.size(), 2) + number(0, 2);
  const std::string member = "PK\x03\x04" + common + name + packed;
  const std::string directory = std::string("PK\x01\x02") + number(20, 2) + common + number(0, 6) + number(0, 4) + number(0, 4) + name;
  return member + directory + "PK\x05\x06" + number(0, 4) + number(1, 2) + number(1, 2) + number(directory.size(), 4) + number(member.size(), 4) + number(0, 2);
}

inline std::string relationships(const std::vector<std::pair<std::string, std::string>>& type_and_target) {
  std::string out = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";
  int id = 0;
  for (const auto& [type, target] : type_and_target)
    out += "<Relationship Id=\"r" + std::to_string(++id) + "\" Type=\"http://x/" + type + "\" Target=\"" + target + "\"/>";
  return out + "</Relationships>";
}

// A Word document with this body; more parts by type ("styles", "numbering", "footnotes", "header").
inline std::string docx_of(const std::string& body, const std::vector<std::pair<std::string, std::string>>& parts = {}) {
  std::vector<std::pair<std::string, std::string>> members{
      {"[Content_Types].xml", "<Types/>"}, {"_rels/.rels", relationships({{"officeDocument", "word/document.xml"}})}};
  std::vector<std::pair<std::string, std::string>> related;
  for (const auto& [type, content] : parts) {
    const std::string name = type + std::to_string(related.size()) + ".xml";
    related.emplace_back(type, name);
    members.emplace_back("word/" + name, "<w:" + type + " xmlns:w=\"w\">" + content + "</w:" + type + ">");
  }
  members.emplace_back("word/_rels/document.xml.rels", relationships(related));
  members.emplace_back("word/document.xml", "<w:document xmlns:w=\"w\" xmlns:mc=\"m\" xmlns:wp=\"p\"><w:body>" + body + "</w:body></w:document>");
  return zip_of(members);
}

struct SheetXml {
  std::string name, xml;  // what stands within <worksheet>
  std::string state = "visible";
};

inline std::string xlsx_of(const std::vector<SheetXml>& sheets, const std::string& styles = {}, const std::string& strings = {}) {
  std::vector<std::pair<std::string, std::string>> members{
      {"[Content_Types].xml", "<Types/>"}, {"_rels/.rels", relationships({{"officeDocument", "xl/workbook.xml"}})}};
  std::vector<std::pair<std::string, std::string>> related;
  std::string entries;
  for (const SheetXml& sheet : sheets) {
    const std::string part = "worksheets/sheet" + std::to_string(related.size() + 1) + ".xml";
    related.emplace_back("worksheet", part);
    entries += "<sheet name=\"" + sheet.name + "\" state=\"" + sheet.state + "\" r:id=\"r" + std::to_string(related.size()) + "\"/>";
    members.emplace_back("xl/" + part, "<worksheet>" + sheet.xml + "</worksheet>");
  }
  related.emplace_back("styles", "styles.xml");
  related.emplace_back("sharedStrings", "sharedStrings.xml");
  members.emplace_back("xl/styles.xml", "<styleSheet>" + styles + "</styleSheet>");
  members.emplace_back("xl/sharedStrings.xml", "<sst>" + strings + "</sst>");
  members.emplace_back("xl/_rels/workbook.xml.rels", relationships(related));
  members.emplace_back("xl/workbook.xml", "<workbook xmlns:r=\"r\"><sheets>" + entries + "</sheets></workbook>");
  return zip_of(members);
}

}  // namespace muster::testing
