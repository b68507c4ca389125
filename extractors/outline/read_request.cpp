#include "extractors/outline/read_request.h"

#include <algorithm>

#include "schemas/text.h"

namespace muster {
namespace {

using Relation = Numbering::Relation;

class RequestReader {
 public:
  RequestReader(int request, const DocumentWords& words, Dialogue& dialogue)
      : request_(request), words_(words), dialogue_(dialogue) {
    if (dialogue.asked_request != request) dialogue.asked = {};
    dialogue.asked_request = request;
    labelled_ = !numbering_().levels().empty();
  }

  void read(const std::vector<Passage>& run) {
    for (Passage p : run) {
      if (p.voice == Voice::unknown) p.voice = p.marker && p.zone == Zone::reply ? Voice::authority : Voice::requester;
      const bool quoted = p.is_main() && !p.marker && p.voice == Voice::requester && p.zone != Zone::record;
      if (quoted && p.kind != PassageKind::table) add(p);
      dialogue_.passages.push_back(std::move(p));
    }
    if (!labelled_) ask_without_numbers();
  }

 private:
  Numbering& numbering_() { return dialogue_.asked; }
  int here() const { return static_cast<int>(dialogue_.passages.size()); }

  void add(Passage& p) {
    const auto label = label_of(p, words_);
    if (label && accept(*label, p)) return;
    if (pending_ >= 0) {
      extend(pending_, p);
      pending_ = -1;
    } else if (last_ >= 0 && goes_on(p)) {
      extend(last_, p);
    } else {
      loose_.push_back(here());
      if (std::string key = folded(p.text); !key.empty()) dialogue_.remarks.push_back(std::move(key));
      since_last_ = p.text;
    }
  }

  bool accept(const Label& label, Passage& p) {
    Numbering::Place place = numbering_().place(label.numbers[0], label.form);
    const bool deeper = p.level > level_ && level_ > 0 && place.relation == Relation::restart && place.levels.back().ordinal == 1;
    if (deeper) {
      std::vector<Numbering::Level> levels = numbering_().levels();
      levels.push_back(place.levels.back());
      place = {levels, Relation::child};
    }
    const bool weak = label.form == LabelForm::dash || label.form == LabelForm::attached || label.form == LabelForm::alone ||
                      label.form == LabelForm::colon;
    const bool told = !p.label.empty();  // lists may begin at any number or letter
    if (place.relation == Relation::skip && !told && (weak || place.levels.back().style != Numbering::Style::decimal)) return false;
    if (place.relation == Relation::restart && weak) return false;
    numbering_().take(place);
    level_ = p.level;
    ask(place, p, label.length);
    return true;
  }

  void ask(const Numbering::Place& place, Passage& p, size_t label_length) {
    Question q;
    q.path = path_of(place);
    q.number = place.number();
    q.wording = std::string(trimmed(std::string_view(p.text).substr(label_length)));
    q.request = request_;
    q.paper = p.paper;
    q.place = here();
    q.from_request = true;
    q.parent = dialogue_.parent_of(q.path, request_);
    if (labelled_here_) q.stem = since_last_;
    else q.preamble = preamble_ = loose_text();
    if (q.preamble.empty()) q.preamble = preamble_;
    since_last_.clear();
    last_ = p.question = static_cast<int>(dialogue_.questions.size());
    pending_ = q.wording.empty() ? last_ : -1;
    labelled_ = labelled_here_ = true;
    dialogue_.questions.push_back(std::move(q));
  }

  void extend(int question, Passage& p) {
    std::string& wording = dialogue_.questions[static_cast<size_t>(question)].wording;
    if (!wording.empty()) wording += ' ';
    wording += p.text;
    p.question = question;
  }

  // The rest of a sentence on the next line: the question had not ended.
  bool goes_on(const Passage& p) const {
    const std::string& wording = dialogue_.questions[static_cast<size_t>(last_)].wording;
    const bool open = wording.empty() || std::string_view(".?!:;").find(wording.back()) == std::string_view::npos;
    const bool lower = !p.text.empty() && p.text[0] >= 'a' && p.text[0] <= 'z';
    return open && lower && p.kind != PassageKind::list_item;
  }

  std::string loose_text() const {
    std::vector<std::string> texts;
    for (const int index : loose_) texts.push_back(dialogue_.passages[static_cast<size_t>(index)].text);
    return joined(texts, "\n");
  }

  void ask_without_numbers() {
    std::vector<int> asking;
    for (const int index : loose_) {
      const Passage& p = dialogue_.passages[static_cast<size_t>(index)];
      if (asks(p.text, words_) || (p.kind == PassageKind::list_item && !p.text.empty())) asking.push_back(index);
    }
    if (asking.empty() && !loose_.empty()) {
      ask_at(loose_.front(), loose_text());
      for (const int index : loose_) dialogue_.passages[static_cast<size_t>(index)].question = static_cast<int>(dialogue_.questions.size()) - 1;
    }
    for (const int index : asking) ask_at(index, dialogue_.passages[static_cast<size_t>(index)].text);
  }

  void ask_at(int index, std::string wording) {
    Passage& p = dialogue_.passages[static_cast<size_t>(index)];
    Question q;
    q.wording = std::move(wording);
    q.request = request_;
    q.paper = p.paper;
    q.place = index;
    q.from_request = true;
    p.question = static_cast<int>(dialogue_.questions.size());
    dialogue_.questions.push_back(std::move(q));
  }

  int request_;
  const DocumentWords& words_;
  Dialogue& dialogue_;
  int level_ = 0;       // list level of the last numbered passage
  int last_ = -1;       // question that the last numbered passage opened
  int pending_ = -1;    // its number stood alone on the line
  bool labelled_ = false, labelled_here_ = false;
  std::vector<int> loose_;  // passages without a number
  std::string preamble_, since_last_;
};

}  // namespace

void read_request(const std::vector<Passage>& run, int request, const DocumentWords& words, Dialogue& dialogue) {
  RequestReader(request, words, dialogue).read(run);
}

}  // namespace muster
