#include "extractors/layout/tag_regions.h"

#include <algorithm>
#include <string>

#include "schemas/text.h"

namespace muster {
namespace {

// An element with more than this share of the page's text is the page, whatever its class says ("has-sidebar").
constexpr double page_share = 0.5;
// A <main> with less of the page's text than this is not trusted to be the main part.
constexpr double trusted_main_share = 0.3;
// From this share of its text in links, and this many of them, a list is a menu.
constexpr double menu_link_share = 0.8;
constexpr int menu_links = 3;
// A search or feedback form has few words; a form around the page (ASP.NET) has many.
constexpr size_t form_text_bytes = 600;

// What stands below an element, counted once for all.
struct Contents {
  size_t text = 0, link_text = 0;  // bytes of visible words
  int links = 0, inputs = 0;
  bool main = false, h1 = false;

  void add(const Contents& c) {
    text += c.text;
    link_text += c.link_text;
    links += c.links;
    inputs += c.inputs;
    main |= c.main;
    h1 |= c.h1;
  }
};

bool is_one_of(std::string_view name, std::initializer_list<std::string_view> names) {
  return std::ranges::find(names, name) != names.end();
}

std::string role(const Tag& tag) { return ascii_lower(trimmed(attribute(tag, "role"))); }

bool is_main(const Tag& tag) { return tag.name == "main" || role(tag) == "main"; }

Contents own_contents(const Tag& tag) {
  Contents c;
  if (tag.hidden) return c;
  c.text = single_spaced(tag.text).size();
  c.links = tag.name == "a";
  c.inputs = is_one_of(tag.name, {"input", "select", "textarea"});
  c.main = is_main(tag) || tag.name == "article";
  c.h1 = tag.name == "h1";
  return c;
}

std::vector<Contents> contents_of(const TagTree& tree) {
  std::vector<Contents> all(static_cast<size_t>(tree.size()));
  for (int i = tree.size() - 1; i >= 0; --i) {
    Contents& mine = all[static_cast<size_t>(i)];
    mine.add(own_contents(tree[i]));
    if (tree[i].name == "a") mine.link_text = mine.text;
    if (tree[i].parent >= 0) all[static_cast<size_t>(tree[i].parent)].add(mine);
  }
  return all;
}

// "siteFooter field--name-request" -> "site", "footer", "field", "name", "request".
std::vector<std::string> name_words(const Tag& tag) {
  std::vector<std::string> words;
  for (const std::string_view key : {"class", "id"}) {
    bool gap = true, was_lower = false;
    for (const char c : attribute(tag, key)) {
      const bool upper = c >= 'A' && c <= 'Z';
      if (!is_letter(c)) {
        gap = true;
        continue;
      }
      if (gap || (upper && was_lower)) words.emplace_back();
      words.back() += ascii_lower(std::string_view(&c, 1));
      gap = false;
      was_lower = !upper;
    }
  }
  return words;
}

struct RegionWords {
  Region region;
  std::initializer_list<std::string_view> words;
  bool within_main;  // so telling that they count within the main part too
};

const RegionWords region_words[] = {
    {Region::banner, {"cookie", "cookies", "consent", "gdpr", "masthead", "toolbar", "skiplinks", "skip"}, false},
    {Region::banner, {"cookie", "cookies", "gdpr"}, true},
    {Region::navigation, {"breadcrumb", "breadcrumbs", "crumb", "crumbs", "trail", "pagination", "pager", "menu", "navbar", "nav", "navigation", "sitemap"}, true},
    {Region::navigation, {"sidebar", "related", "share", "sharing", "toc"}, false},
    {Region::site_footer, {"footer", "colophon", "copyright"}, false},
    {Region::form, {"search", "searchform", "searchbox", "feedback", "newsletter", "login"}, false},
};

bool is_container(std::string_view name) {
  return is_one_of(name, {"div", "section", "ul", "ol", "nav", "aside", "form", "header", "footer", "dl", "table", "td", "dialog", "center"});
}

class Regions {
 public:
  explicit Regions(const TagTree& tree) : tree_(tree), contents_(contents_of(tree)) {
    for (int i = 0; i < tree.size(); ++i) {
      page_text_ = std::max(page_text_, contents_[static_cast<size_t>(i)].text);
      h1s_ += tree[i].name == "h1" && !tree[i].hidden;
      if (main_ < 0 && is_main(tree[i])) main_ = i;
    }
    if (main_ >= 0 && share(main_) < trusted_main_share) main_ = -1;
  }

  std::vector<Region> all() {
    std::vector<Region> out(static_cast<size_t>(tree_.size()), Region::main);
    std::vector<bool> within_main(out.size(), false);
    for (int i = 0; i < tree_.size(); ++i) {
      const auto at = static_cast<size_t>(i);
      const int parent = tree_[i].parent;
      within_main[at] = is_main(tree_[i]) || tree_[i].name == "article" || (parent >= 0 && within_main[static_cast<size_t>(parent)]);
      const Region above = parent < 0 ? Region::main : out[static_cast<size_t>(parent)];
      out[at] = above != Region::main ? above : own_region(i, within_main[at]);
    }
    return out;
  }

 private:
  const Contents& below(int i) const { return contents_[static_cast<size_t>(i)]; }

  double share(int i) const { return page_text_ ? static_cast<double>(below(i).text) / static_cast<double>(page_text_) : 0; }

  bool holds_the_page(int i) const {
    return (below(i).main && !is_one_of(tree_[i].name, {"nav", "footer"})) || share(i) > page_share || (below(i).h1 && h1s_ == 1);
  }

  Region own_region(int i, bool within_main) const {
    const Tag& tag = tree_[i];
    const std::string_view told = attribute(tag, "office-region");  // by a reader of office files
    if (told == "running_header") return Region::running_header;
    if (told == "running_footer") return Region::running_footer;
    if (tag.name == "#text" || is_one_of(tag.name, {"html", "body", "head", "main", "article"}) || holds_the_page(i)) return Region::main;
    if (const Region region = by_element(tag, within_main); region != Region::main) return region;
    if (const Region region = by_words(i, within_main); region != Region::main) return region;
    if (const Region region = by_contents(i, within_main); region != Region::main) return region;
    return main_ >= 0 && !within_main && is_block(tag) ? outside_main(i) : Region::main;
  }

  static bool is_block(const Tag& tag) { return is_container(tag.name) || is_one_of(tag.name, {"p", "a", "span", "h1", "h2", "h3", "h4"}); }

  Region by_element(const Tag& tag, bool within_main) const {
    const std::string r = role(tag);
    if (tag.name == "nav" || r == "navigation") return Region::navigation;
    if (r == "search") return Region::form;
    if (r == "banner" || (tag.name == "header" && !within_main)) return Region::banner;
    if (r == "contentinfo" || (tag.name == "footer" && !within_main)) return Region::site_footer;
    if ((tag.name == "aside" || r == "complementary") && !within_main) return Region::navigation;
    return Region::main;
  }

  Region by_words(int i, bool within_main) const {
    if (!is_container(tree_[i].name)) return Region::main;
    const std::vector<std::string> words = name_words(tree_[i]);
    for (const RegionWords& row : region_words) {
      if (within_main && !row.within_main) continue;
      if (std::ranges::any_of(words, [&](const std::string& w) { return std::ranges::find(row.words, w) != row.words.end(); }))
        return row.region;
    }
    return Region::main;
  }

  Region by_contents(int i, bool within_main) const {
    const Contents& c = below(i);
    if (tree_[i].name == "form" && c.inputs > 0 && c.text <= form_text_bytes) return Region::form;
    if (within_main) return Region::main;
    const bool linked = static_cast<double>(c.link_text) >= menu_link_share * static_cast<double>(c.text);
    if (is_container(tree_[i].name) && c.links >= menu_links && linked) return Region::navigation;
    if (tree_[i].name == "a" && attribute(tree_[i], "href").starts_with('#') && tree_[i].parent >= 0 && tree_[tree_[i].parent].name == "body")
      return Region::navigation;  // "skip to content"
    return Region::main;
  }

  // With a trusted <main>, what stands before it is the site's head and what stands after it the site's foot.
  Region outside_main(int i) const {
    if (i < main_) return tree_.end(i) > main_ ? Region::main : Region::banner;
    return i >= tree_.end(main_) ? Region::site_footer : Region::main;
  }

  const TagTree& tree_;
  std::vector<Contents> contents_;
  size_t page_text_ = 0;
  int h1s_ = 0;
  int main_ = -1;
};

}  // namespace

std::vector<Region> regions_of(const TagTree& tree) { return Regions(tree).all(); }

}  // namespace muster
