#include "dataset/link_replies.h"

#include <algorithm>
#include <map>
#include <set>

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
  const auto shared = std::count_if(few.begin(), few.end(), [&](const std::string& f) { return many.contains(f); });
  return static_cast<double>(shared) >= least_share_of_figures * static_cast<double>(few.size());
}

// Messages of one page quote the same request and are no forms of one another.
bool of_one_page(const DocumentRecord& a, const DocumentRecord& b) { return a.content_sha256 == b.content_sha256 && a.document_id != b.document_id; }

bool same_reply(const DocumentRecord& a, const DocumentRecord& b, const Form& x, const Form& y) {
  if (of_one_page(a, b)) return false;
  if (differ(a.publisher_code, b.publisher_code) || differ(x.reference, y.reference) || differ(a.response_date, b.response_date)) return false;
  if (a.revision != b.revision || a.media_type.empty() || differ(a.document_type, b.document_type)) return false;
  return likeness(x.sketch, y.sketch) >= least_likeness_of_forms && share_figures(x, y);
}

// "FOI 1234" is cited as it stands, or with a suffix as in "FOI 1234/IR".
bool refers_to(const Form& later, const Form& earlier) {
  return !earlier.reference.empty() && (later.reference.starts_with(earlier.reference) || later.text.find(earlier.reference) != std::string::npos);
}

bool revises(const DocumentRecord& a, const DocumentRecord& b, const Form& x, const Form& y) {
  if (a.publisher_code.empty() || a.publisher_code != b.publisher_code || !b.same_reply_as.empty()) return false;
  if (!a.response_date.empty() && !b.response_date.empty() ? a.response_date <= b.response_date : !b.revision.empty()) return false;
  return refers_to(x, y) || likeness(x.sketch, y.sketch) >= least_likeness_of_revision;
}

// Documents that may belong together: by publisher and reference, by publisher and a low hash, and revisions with their publisher's replies.
std::vector<std::vector<size_t>> groups_of(const std::vector<DocumentResult>& documents, const std::vector<Form>& forms) {
  std::map<std::string, std::vector<size_t>> groups;
  std::set<std::string> revising;
  for (const DocumentResult& d : documents)
    if (!d.interpretation.record.revision.empty()) revising.insert(d.interpretation.record.publisher_code);
  for (size_t i = 0; i < forms.size(); ++i) {
    const std::string& publisher = documents[i].interpretation.record.publisher_code;
    if (!forms[i].reference.empty()) groups[publisher + "/r" + forms[i].reference].push_back(i);
    if (revising.contains(publisher)) groups[publisher + "/all"].push_back(i);
    for (size_t k = 0; k < std::min(hashes_that_group, forms[i].sketch.size()); ++k) groups["h" + std::to_string(forms[i].sketch[k])].push_back(i);
  }
  std::set<std::vector<size_t>> out;
  for (auto& [key, members] : groups) {
    if (members.size() > most_in_a_group) members.resize(most_in_a_group);
    if (members.size() > 1) out.insert(members);
  }
  return {out.begin(), out.end()};
}

// Which form stands for the reply: words that came as text before words that were recognised.
auto rank_of(const DocumentRecord& r) { return std::pair(r.text_source == "ocr" ? 2 : r.text_source == "mixed" ? 1 : 0, r.document_id); }

size_t root_of(const std::vector<size_t>& roots, size_t i) {
  while (roots[i] != i) i = roots[i];
  return i;
}

void link_forms(std::vector<DocumentResult>& documents, const std::vector<Form>& forms, const std::vector<std::vector<size_t>>& groups) {
  const auto record = [&](size_t i) -> DocumentRecord& { return documents[i].interpretation.record; };
  std::vector<size_t> roots(documents.size());
  for (size_t i = 0; i < roots.size(); ++i) roots[i] = i;
  for (const auto& group : groups)
    for (size_t i : group)
      for (size_t k : group) {
        if (k <= i || !same_reply(record(i), record(k), forms[i], forms[k])) continue;
        const size_t a = root_of(roots, i), b = root_of(roots, k);
        if (a != b) rank_of(record(a)) < rank_of(record(b)) ? roots[b] = a : roots[a] = b;
      }
  for (size_t i = 0; i < roots.size(); ++i)
    if (const size_t root = root_of(roots, i); root != i) record(i).same_reply_as = record(root).document_id;
}

// The latest of the replies that it revises.
void link_revisions(std::vector<DocumentResult>& documents, const std::vector<Form>& forms, const std::vector<std::vector<size_t>>& groups) {
  for (const auto& group : groups)
    for (size_t later : group) {
      DocumentRecord& record = documents[later].interpretation.record;
      if (record.revision.empty()) continue;
      for (size_t earlier : group) {
        const DocumentRecord& found = documents[earlier].interpretation.record;
        if (later == earlier || !revises(record, found, forms[later], forms[earlier])) continue;
        const auto age = [&](const DocumentRecord& r) { return std::pair(r.response_date, r.document_id); };
        const auto known = std::find_if(documents.begin(), documents.end(), [&](const DocumentResult& d) { return d.interpretation.record.document_id == record.supersedes; });
        if (known == documents.end() || age(known->interpretation.record) < age(found)) record.supersedes = found.document_id;
      }
    }
}

}  // namespace

ReplyForm reply_form_of(const DocumentResult& result) {
  ReplyForm form{.reference = comparable_reference(result.interpretation.record.reference)};
  const std::string words = words_of(result.outline);
  if (static_cast<size_t>(std::count(words.begin(), words.end(), ' ')) >= least_words) form.sketch = sketch_of(words);
  for (const Observation& o : result.interpretation.observations)
    if (o.quantity.status == "reported") form.figures.insert(o.quantity.value + "/" + o.quantity.value_upper);
  if (!result.interpretation.record.revision.empty()) form.text = folded_closely(result.outline.text);
  return form;
}

void link_replies(std::vector<DocumentResult>& documents, const std::vector<ReplyForm>& forms) {
  for (DocumentResult& document : documents) {
    document.interpretation.record.same_reply_as.clear();
    document.interpretation.record.supersedes.clear();
  }
  const auto groups = groups_of(documents, forms);
  link_forms(documents, forms, groups);
  link_revisions(documents, forms, groups);
}

void link_replies(std::vector<DocumentResult>& documents) {
  std::vector<ReplyForm> forms;
  for (const DocumentResult& document : documents) forms.push_back(reply_form_of(document));
  link_replies(documents, forms);
}

}  // namespace muster
