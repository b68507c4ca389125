#include "extractors/office/office_package.h"

#include "extractors/read/clean_text.h"
#include "extractors/read/tag_tree.h"
#include "schemas/text.h"

namespace muster {
namespace {

std::string_view folder_of(std::string_view part) {
  const size_t slash = part.rfind('/');
  return slash == std::string_view::npos ? "" : part.substr(0, slash + 1);
}

// A target against the folder of the part that names it: "../media/x.png", "/xl/styles.xml", "sheet1.xml".
std::string resolved(std::string_view folder, std::string_view target) {
  if (target.starts_with('/')) return std::string(target.substr(1));
  std::vector<std::string> steps;
  const std::string path = std::string(folder) + std::string(target);
  for (const std::string_view step : split(std::string_view(path), '/')) {
    if (step == "..") {
      if (!steps.empty()) steps.pop_back();
    } else if (step != ".") {
      steps.emplace_back(step);
    }
  }
  return joined(steps, "/");
}

std::string text_of(const TagTree& tree, int i) {
  std::string out;
  for (int below = i + 1; below < tree.end(i); ++below) out += tree[below].text;
  return single_spaced(clean_text(out));
}

}  // namespace

OfficePackage::OfficePackage(std::string_view bytes, const Limits& limits, Diagnostics& diagnostics) : ZippedParts(bytes, limits, diagnostics) {
  if (!failure_.empty()) return;
  for (const auto& [id, relationship] : relationships(""))
    if (relationship.type == "officeDocument") main_part_ = relationship.target;
  if (main_part_.empty() || !has(main_part_))
    failure_ = "the office file lacks its main part: it is damaged; open it in the program it was made with and save it anew";
}

std::map<std::string, Relationship> OfficePackage::relationships(std::string_view part) {
  const std::string_view folder = folder_of(part);
  const std::string name = std::string(folder) + "_rels/" + std::string(part.substr(folder.size())) + ".rels";
  std::map<std::string, Relationship> out;
  for (const Tag& tag : xml(name)) {
    if (tag.name != "Relationship" || attribute(tag, "TargetMode") == "External") continue;
    const std::string_view type = attribute(tag, "Type");
    out[std::string(attribute(tag, "Id"))] = {std::string(type.substr(type.rfind('/') + 1)), resolved(folder, attribute(tag, "Target"))};
  }
  return out;
}

void OfficePackage::take_metadata(Document& document) {
  for (const char* name : {"docProps/core.xml", "docProps/app.xml"}) {
    const std::vector<Tag> tags = xml(name);
    const TagTree tree(tags);
    for (int i = 0; i < tree.size(); ++i) {
      const std::string& field = tree[i].name;
      if (field == "title") document.title = text_of(tree, i);
      else if (field == "creator") document.author = text_of(tree, i);
      else if (field == "created") document.created = text_of(tree, i);
      else if (field == "language") document.language = text_of(tree, i);
      else if (field == "Application") document.producer = text_of(tree, i);
    }
  }
}

}  // namespace muster
