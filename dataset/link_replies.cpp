#include "dataset/link_replies.h"

#include <algorithm>
#include <numeric>
#include <tuple>
#include <utility>

#include "dataset/whole_documents.h"
#include "schemas/serialise.h"
#include "schemas/text.h"

namespace muster {
namespace {

// Forms of one reply differ in menus, letterheads and misread letters; letters of one council that answer different requests share a
// third of their words at most.
constexpr double least_likeness_of_forms = 0.5;
constexpr double least_likeness_of_revision = 0.5;
constexpr double least_share_of_figures = 0.7;
constexpr size_t least_words = 40;        // shorter texts are alike by chance
constexpr size_t least_reference = 4;     // letters and digits; "12" refers to nothing
constexpr size_t most_in_a_group = 200;   // documents compared with one another
constexpr size_t hashes_that_group = 8;   // texts half alike share one of so many low hashes nearly always

using Form = ReplyForm;

std::string words_of(const Outline& outline) {
  std::string out;
  for (const Node& node : outline.nodes)
    if (node.voice != Voice::boilerplate && node.kind != NodeKind::furniture && node.kind != NodeKind::document && node.kind != NodeKind::paper &&
        node.kind != NodeKind::answer)
      (out += outline.slice(node.span)) += ' ';
  return out;
}

bool has_digit(std::string_view text) { return std::any_of(text.begin(), text.end(), is_digit); }

std::string folded_closely(const std::string& text) {
  std::string out = folded(text);
  std::erase(out, ' ');
  return out;
}

std::string comparable_reference(const std::string& reference) {
  const std::string out = folded_closely(reference);
  return out.size() >= least_reference && has_digit(out) ? out : std::string();
}

bool differ(const std::string& a, const std::string& b) { return !a.empty() && !b.empty() && a != b; }

bool share_figures(const Form& a, const Form& b) {
  const auto& [few, many] = a.figures.size() <= b.figures.size() ? std::tie(a.figures, b.figures) : std::tie(b.figures, a.figures);
  const auto shared = std::ranges::count_if(few, [&](uint64_t f) { return std::ranges::binary_search(many, f); });
  return static_cast<double>(shared) >= least_share_of_figures * static_cast<double>(few.size());
}

// Messages of one page quote the same request and are no forms of one another.
bool of_one_page(const Form& a, const Form& b) { return a.content_sha256 == b.content_sha256 && a.document_id != b.document_id; }

bool same_reply(const Form& a, const Form& b) {
  if (of_one_page(a, b)) return false;
  if (differ(a.publisher_code, b.publisher_code) || differ(a.reference, b.reference) || differ(a.response_date, b.response_date)) return false;
  if (a.revision != b.revision || a.media_type.empty() || differ(a.document_type, b.document_type)) return false;
  return likeness(a.sketch, b.sketch) >= least_likeness_of_forms && share_figures(a, b);
}

// "FOI 1234" is cited as it stands, or with a suffix as in "FOI 1234/IR".
bool refers_to(const Form& later, const Form& earlier) {
  return !earlier.reference.empty() && (later.reference.starts_with(earlier.reference) || later.text.find(earlier.reference) != std::string::npos);
}

// `b` stands for its reply.
bool revises(const Form& a, const Form& b) {
  if (a.publisher_code.empty() || a.publisher_code != b.publisher_code) return false;
  if (!a.response_date.empty() && !b.response_date.empty() ? a.response_date <= b.response_date : !b.revision.empty()) return false;
  return refers_to(a, b) || likeness(a.sketch, b.sketch) >= least_likeness_of_revision;
}

using Group = std::vector<uint32_t>;  // documents, rising

constexpr const char* all_of_publisher = "/all";

// Documents that may belong together, each group once.
std::set<Group> groups_of(ReplyForms& forms) {
  std::set<Group> out;
  forms.groups.for_each_group(most_in_a_group, [&](const std::vector<SortedRows::Row>& rows) {
    const std::string& key = rows.front().key;
    if (rows.size() == 1) return;
    if (key.ends_with(all_of_publisher) && !forms.revising.contains(key.substr(0, key.size() - std::string_view(all_of_publisher).size()))) return;
    Group group;
    for (size_t i = 0; i < std::min(rows.size(), most_in_a_group); ++i) group.push_back(deserialise<uint32_t>(rows[i].value));
    out.insert(std::move(group));
  });
  return out;
}

Form form_at(const ReplyForms& forms, uint32_t document) { return deserialise<Form>(forms.shelf->get(document)); }

std::vector<Form> forms_of(const ReplyForms& forms, const Group& group) {
  std::vector<Form> out;
  for (const uint32_t document : group) out.push_back(form_at(forms, document));
  return out;
}

// Which form stands for the reply: words that came as text before words that were recognised.
auto rank_of(const Form& f) { return std::pair(f.text_source == "ocr" ? 2 : f.text_source == "mixed" ? 1 : 0, f.document_id); }

uint32_t root_of(const std::vector<uint32_t>& roots, uint32_t i) {
  while (roots[i] != i) i = roots[i];
  return i;
}

void join(std::vector<uint32_t>& roots, uint32_t a, uint32_t b, const ReplyForms& forms) {
  if (rank_of(form_at(forms, a)) < rank_of(form_at(forms, b))) roots[b] = a;
  else roots[a] = b;
}

void join_forms(const Group& group, const ReplyForms& forms, std::vector<uint32_t>& roots) {
  const std::vector<Form> own = forms_of(forms, group);
  for (size_t i = 0; i < group.size(); ++i)
    for (size_t k = i + 1; k < group.size(); ++k) {
      const uint32_t a = root_of(roots, group[i]), b = root_of(roots, group[k]);
      if (a != b && same_reply(own[i], own[k])) join(roots, a, b, forms);
    }
}

// The latest of the replies that it revises.
void find_revised(const Group& group, const ReplyForms& forms, Kinship& kin) {
  const std::vector<Form> own = forms_of(forms, group);
  const auto age = [](const Form& f) { return std::pair(f.response_date, f.document_id); };
  for (size_t later = 0; later < group.size(); ++later) {
    if (own[later].revision.empty()) continue;
    for (size_t earlier = 0; earlier < group.size(); ++earlier) {
      if (later == earlier || kin.family[group[earlier]] != group[earlier] || !revises(own[later], own[earlier])) continue;
      uint32_t& known = kin.supersedes[group[later]];
      if (known == Kinship::none || age(form_at(forms, known)) < age(own[earlier])) known = group[earlier];
    }
  }
}

Kinship kinship_of(ReplyForms& forms) {
  Kinship kin;
  kin.family.resize(forms.shelf->size());
  std::iota(kin.family.begin(), kin.family.end(), 0u);
  kin.supersedes.resize(kin.family.size(), Kinship::none);
  const std::set<Group> groups = groups_of(forms);
  for (const Group& group : groups) join_forms(group, forms, kin.family);
  for (uint32_t i = 0; i < kin.family.size(); ++i) kin.family[i] = root_of(kin.family, i);
  if (!forms.revising.empty())
    for (const Group& group : groups) find_revised(group, forms, kin);
  return kin;
}

std::vector<uint64_t> figures_of(const DocumentResult& document) {
  std::vector<uint64_t> out;
  for (const Observation& o : document.interpretation.observations)
    if (o.quantity.status == "reported") out.push_back(hash_of_words(o.quantity.value + "/" + o.quantity.value_upper));
  std::ranges::sort(out);
  const auto rest = std::ranges::unique(out);
  out.erase(rest.begin(), rest.end());
  return out;
}

Form form_of(const DocumentResult& document) {
  const DocumentRecord& r = document.interpretation.record;
  Form form{.document_id = r.document_id, .content_sha256 = r.content_sha256, .publisher_code = r.publisher_code, .media_type = r.media_type, .document_type = r.document_type,
            .text_source = r.text_source, .response_date = r.response_date, .revision = r.revision, .sketch = {}, .reference = comparable_reference(r.reference),
            .figures = figures_of(document), .text = {}};
  const std::string words = words_of(document.outline);
  if (static_cast<size_t>(std::ranges::count(words, ' ')) >= least_words) form.sketch = sketch_of(words);
  if (!r.revision.empty()) form.text = folded_closely(document.outline.text);
  return form;
}

}  // namespace

// Groups: by publisher and reference, by a low hash, and revisions with their publisher's replies.
void take_reply_form(const DocumentResult& document, ReplyForms& forms) {
  const Form form = form_of(document);
  const std::string index = serialise(static_cast<uint32_t>(forms.shelf->size()));
  if (!form.revision.empty()) forms.revising.insert(form.publisher_code);
  if (!form.reference.empty()) forms.groups.add(form.publisher_code + "/r" + form.reference, index);
  forms.groups.add(form.publisher_code + all_of_publisher, index);
  for (size_t k = 0; k < std::min(hashes_that_group, form.sketch.size()); ++k) forms.groups.add("h" + std::to_string(form.sketch[k]), index);
  forms.shelf->put(forms.shelf->size(), serialise(form));
}

Kinship link_replies(Dataset& dataset, ReplyForms& forms) {
  Kinship kin = kinship_of(forms);
  for (uint32_t i = 0; i < kin.family.size(); ++i) {
    if (kin.family[i] == i && kin.supersedes[i] == Kinship::none) continue;
    DocumentRecord record = record_of(dataset, i);
    if (kin.family[i] != i) record.same_reply_as = form_at(forms, kin.family[i]).document_id;
    if (kin.supersedes[i] != Kinship::none) record.supersedes = form_at(forms, kin.supersedes[i]).document_id;
    put_record(dataset, i, record);
  }
  return kin;
}

}  // namespace muster
