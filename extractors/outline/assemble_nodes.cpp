#include "extractors/outline/assemble_nodes.h"

#include <algorithm>

namespace muster {
namespace {

NodeKind kind_of(const Passage& passage) {
  if (!passage.is_main()) return NodeKind::furniture;
  const bool in_exchange = passage.answer >= 0 || passage.question >= 0;
  switch (passage.kind) {
    case PassageKind::heading: return in_exchange ? NodeKind::paragraph : NodeKind::section;
    case PassageKind::list_item: return NodeKind::list_item;
    case PassageKind::table: return NodeKind::table;
    default: return NodeKind::paragraph;
  }
}

Node node_of(const Passage& passage) {
  Node node;
  node.kind = kind_of(passage);
  node.voice = passage.voice;
  node.level = node.kind == NodeKind::section ? std::max(1, passage.level) : passage.level;
  node.label = passage.label;
  node.span = passage.span;
  node.place = passage.place;
  node.table = passage.table;
  node.bold = passage.bold;
  return node;
}

class Assembler {
 public:
  explicit Assembler(const Dialogue& dialogue) : dialogue_(dialogue) {
    out_.nodes.resize(1);
    out_.nodes[0].kind = NodeKind::document;
  }

  NodesOfPassages assemble() {
    for (const Passage& passage : dialogue_.passages) add(passage);
    if (!dialogue_.passages.empty()) out_.nodes[0].span = {0, dialogue_.passages.back().span.end};
    return std::move(out_);
  }

 private:
  Node& node(int index) { return out_.nodes[static_cast<size_t>(index)]; }

  int push(Node node, int parent) {
    node.parent = parent;
    out_.nodes.push_back(std::move(node));
    return static_cast<int>(out_.nodes.size()) - 1;
  }

  void add(const Passage& passage) {
    if (passage.paper > paper_) open_paper(passage);
    if (paper_ > 0 && open_.size() > 1) node(open_[1]).span.end = std::max(node(open_[1]).span.end, passage.span.end);
    const bool opens_section = kind_of(passage) == NodeKind::section;
    if (opens_section) close_sections(std::max(1, passage.level));
    if (passage.question >= 0) return add_question(passage);
    if (passage.answer >= 0) return add_answer(passage);
    if (passage.is_main()) group_ = -1;
    const int leaf = push(node_of(passage), passage.is_main() ? open_.back() : 0);
    record(leaf, -1);
    if (opens_section) open_.push_back(leaf);
  }

  void open_paper(const Passage& passage) {
    paper_ = passage.paper;
    open_.resize(1);
    group_ = -1;
    Node paper;
    paper.kind = NodeKind::paper;
    paper.span = passage.span;
    paper.place = passage.place;
    open_.push_back(push(paper, 0));
    out_.papers.resize(static_cast<size_t>(paper_) + 1, 0);
    out_.papers.back() = open_.back();
  }

  void close_sections(int level) {
    while (open_.size() > 1 && node(open_.back()).kind == NodeKind::section && node(open_.back()).level >= level) open_.pop_back();
  }

  void add_question(const Passage& passage) {
    if (group_ >= 0 && asked_ == passage.question) return record(push(node_of(passage), group_), group_);
    Node question = node_of(passage);
    question.kind = NodeKind::question;
    question.label = dialogue_.questions[static_cast<size_t>(passage.question)].number;
    group_ = push(question, open_.back());
    asked_ = passage.question;
    answered_ = -1;
    record(group_, group_);
  }

  void add_answer(const Passage& passage) {
    if (group_ < 0 || answered_ != passage.answer) {
      Node answer;
      answer.kind = NodeKind::answer;
      answer.voice = Voice::authority;
      answer.span = passage.span;
      answer.place = passage.place;
      group_ = push(answer, open_.back());
      answered_ = passage.answer;
      asked_ = -1;
    }
    node(group_).span.end = std::max(node(group_).span.end, passage.span.end);
    record(push(node_of(passage), group_), group_);
  }

  void record(int leaf, int group) {
    out_.leaf.push_back(leaf);
    out_.group.push_back(group);
  }

  const Dialogue& dialogue_;
  NodesOfPassages out_;
  std::vector<int> open_ = {0};  // the document, the paper and the sections that the next passage stands under
  int paper_ = 0;
  int group_ = -1, asked_ = -1, answered_ = -1;
};

}  // namespace

NodesOfPassages assemble_nodes(const Dialogue& dialogue) { return Assembler(dialogue).assemble(); }

}  // namespace muster
