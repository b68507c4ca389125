// A regular expression of the vocabulary. Written as RE2, without regard to case, with three reliefs for those who edit the
// files: a blank stands for any white space, ' for a straight or typographic apostrophe, {name} for a group of words (word_groups.csv).
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace muster {

class ConsultationRecord;

class Pattern {
 public:
  struct Match {
    size_t begin = 0, end = 0;        // bytes in the text
    std::vector<std::string> groups;  // what the brackets caught, from the first; empty where one took no part
    bool operator==(const Match&) const = default;
  };

  // Matches nothing.
  Pattern();
  // Throws std::invalid_argument with what is wrong with the expression.
  // The record is told of every text that the pattern is tried on; null: none.
  explicit Pattern(const std::string& expression, std::shared_ptr<ConsultationRecord> record = nullptr);

  bool empty() const { return !compiled_; }
  // As it was given; empty for none.
  const std::string& expression() const;
  bool in(std::string_view text) const;
  // Whether the whole text, white space at its ends aside, is the expression.
  bool is(std::string_view text) const;
  // Matches from left to right that do not overlap.
  std::vector<Match> all(std::string_view text) const;

 private:
  struct Compiled;
  std::shared_ptr<const Compiled> compiled_;
};

// Named groups of words, put in place of {name} before an expression is compiled. Groups may use groups named before them.
class WordGroups {
 public:
  // Throws std::invalid_argument on an unknown name.
  std::string expanded(std::string_view expression) const;
  void add(const std::string& name, std::string_view expression) { groups_[name] = expanded(expression); }

 private:
  std::map<std::string, std::string, std::less<>> groups_;
};

}  // namespace muster
