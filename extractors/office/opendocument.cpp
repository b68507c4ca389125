#include "extractors/office/opendocument.h"

#include <algorithm>

#include "extractors/read/clean_text.h"
#include "extractors/read/tag_tree.h"
#include "schemas/text.h"

namespace muster {

OpenDocument::OpenDocument(std::string_view bytes, const Limits& limits, Diagnostics& diagnostics) : ZippedParts(bytes, limits, diagnostics) {
  if (!failure_.empty()) return;
  const std::vector<Tag> manifest = xml("META-INF/manifest.xml");
  if (std::ranges::any_of(manifest, [](const Tag& tag) { return tag.name == "encryption-data"; }))
    failure_ = "the office file is protected by a password: open it with the password and save it without one";
  else if (!has("content.xml"))
    failure_ = "the office file lacks its main part: it is damaged; open it in the program it was made with and save it anew";
}

void OpenDocument::take_metadata(Document& document) {
  const std::vector<Tag> tags = xml("meta.xml");
  const TagTree tree(tags);
  for (int i = 0; i < tree.size(); ++i) {
    std::string text;
    for (int below = i + 1; below < tree.end(i); ++below) text += tree[below].text;
    text = single_spaced(clean_text(text));
    const std::string& field = tree[i].name;
    if (field == "title") document.title = text;
    else if (field == "initial-creator" || (field == "creator" && document.author.empty())) document.author = text;
    else if (field == "creation-date") document.created = text;
    else if (field == "language") document.language = text;
    else if (field == "generator") document.producer = text;
  }
}

}  // namespace muster
