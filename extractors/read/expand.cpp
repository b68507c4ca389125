#include "extractors/read/expand.h"

#include <algorithm>
#include <map>
#include <set>

#include "extractors/mail/mail_message.h"
#include "extractors/read/archive_members.h"
#include "extractors/read/page_messages.h"
#include "extractors/read/passed_over.h"
#include "extractors/read/sniff.h"
#include "schemas/identity.h"
#include "schemas/text.h"

namespace muster {
namespace {

// The members of a container travel to the program as a whole, all at once.
constexpr size_t most_member_bytes = 192u << 20;

struct Member {
  std::string name, bytes, fault;
  std::string part = {};  // what it is called in its container; its name where this is empty
};

// Opens containers within the limits, which all of them share.
class Expansion {
 public:
  Expansion(const Limits& limits, Diagnostics& diagnostics) : limits_(limits), diagnostics_(diagnostics), bytes_left_(std::min(most_member_bytes, limits.expanded_bytes)), members_left_(limits.members) {}

  void take(Source source, size_t depth) {
    const bool readable = source.read_error.empty();
    if (readable) source.content_sha256 = sha256_hex(source.bytes);
    source.document_id = document_id(readable ? source.content_sha256 : "unread", source.parent_id, source.part);
    const size_t own = sources_.size();
    sources_.push_back(std::move(source));
    if (!sources_[own].read_error.empty()) return;
    std::vector<Member> members = members_of(sources_[own], depth);
    std::map<std::string, int> seen;
    for (Member& member : members) take_member(own, std::move(member), seen, depth);
  }

  std::vector<Source> finish() { return std::move(sources_); }

 private:
  void take_member(size_t container, Member member, std::map<std::string, int>& seen, size_t depth) {
    const int ordinal = ++seen[member.name];
    Source source{.name = sources_[container].name + "!/" + member.name, .bytes = std::move(member.bytes), .parent_id = sources_[container].document_id,
                  .part = (member.part.empty() ? member.name : member.part) + (ordinal > 1 ? "#" + std::to_string(ordinal) : ""), .read_error = std::move(member.fault)};
    if (ordinal > 1) source.name += '#' + std::to_string(ordinal);
    take(std::move(source), depth + 1);
  }

  std::vector<Member> members_of(const Source& source, size_t depth) {
    const SourceKind kind = sniff(source.bytes, source.name);
    if (!can_have_members(kind) || source.bytes.size() > limits_.source_bytes) return {};
    if (kind == SourceKind::html && (is_page_message(source) || messages_of_page(source.bytes).empty())) return {};
    if (depth >= limits_.nesting) {
      note("limit_reached", source.name, "containers are nested deeper than " + std::to_string(limits_.nesting) + "; this one is not opened: unpack it and add what is in it");
      return {};
    }
    if (kind == SourceKind::html) return page_messages(source);
    if (kind == SourceKind::zip || kind == SourceKind::archive) return unpacked(source, kind == SourceKind::zip);
    return kind == SourceKind::mailbox ? messages(source) : attachments(source, kind);
  }

  void note(const char* code, const std::string& name, std::string message, Severity severity = Severity::warning) {
    diagnostics_.add({.stage = "read", .code = code, .severity = severity, .raw = name, .message = std::move(message)});
  }

  bool has_room(const Source& container) {
    if (members_left_ > 0) return true;
    note("limit_reached", container.name, "the container has more than " + std::to_string(limits_.members) + " members; the rest is left out", Severity::error);
    return false;
  }

  // Takes a member into account; one that is too large keeps its name alone.
  void count(Member& member) {
    --members_left_;
    if (member.bytes.size() > room()) {
      member.bytes.clear();
      member.fault = "the members of the container are larger than can be read together: unpack it and add the file";
    }
    bytes_left_ -= member.bytes.size();
  }

  size_t room() const { return std::min(bytes_left_, limits_.source_bytes); }

  std::vector<Member> unpacked(const Source& source, bool zip) {
    std::vector<Member> out;
    const std::string fault = each_member(source.bytes, zip, [&] { return room(); }, [&](ArchiveMember found) {
      if (!has_room(source)) return false;
      Member member{found.name, std::move(found.bytes), std::move(found.fault)};
      if (member.name.empty()) member.name = "unnamed";
      count(member);
      out.push_back(std::move(member));
      return true;
    });
    if (!fault.empty()) note("damaged_container", source.name, "the archive cannot be read to its end: " + fault, Severity::error);
    leave_out_companions(source, out);
    return out;
  }

  void leave_out_companions(const Source& source, std::vector<Member>& members) {
    std::set<std::string> names;
    for (const Member& member : members) names.insert(member.name);
    std::erase_if(members, [&](const Member& member) {
      const char* why = why_passed_over(member.name, names);
      if (why) note("member_passed_over", source.name + "!/" + member.name, why, Severity::info);
      return why != nullptr;
    });
  }

  std::vector<Member> messages(const Source& source) {
    std::vector<Member> out;
    for (std::string& message : mailbox_messages(source.bytes, members_left_ + 1)) {
      if (!has_room(source)) break;
      Member member{"message " + std::to_string(out.size() + 1) + ".eml", std::move(message), {}};
      count(member);
      out.push_back(std::move(member));
    }
    return out;
  }

  // The last part of a message's name is the page's own, so that a figure is found under the name of the file that holds it.
  std::vector<Member> page_messages(const Source& source) {
    std::vector<Member> out;
    const std::string file = source.name.substr(source.name.rfind('/') + 1);
    for (const std::string& anchor : messages_of_page(source.bytes)) {
      if (!has_room(source)) break;
      Member member{anchor + '/' + file, source.bytes, {}, anchor};
      count(member);
      out.push_back(std::move(member));
    }
    return out;
  }

  std::vector<Member> attachments(const Source& source, SourceKind kind) {
    MailMessage message = kind == SourceKind::email ? parse_mail(source.bytes) : parse_outlook_message(source.bytes);
    std::vector<Member> out;
    if (message.web_page) return out;  // its parts are pictures and styles
    for (MailAttachment& attachment : message.attachments) {
      const std::string name = attachment.name.empty() ? "attachment " + std::to_string(out.size() + 1) : attachment.name;
      if (attachment.picture_in_text || is_mail_furniture(attachment.media_type)) {
        note("member_passed_over", source.name + "!/" + name, "a picture, signature or invitation that is part of the message", Severity::info);
        continue;
      }
      if (!has_room(source)) break;
      Member member{name, std::move(attachment.bytes), {}};
      count(member);
      out.push_back(std::move(member));
    }
    return out;
  }

  const Limits& limits_;
  Diagnostics& diagnostics_;
  size_t bytes_left_, members_left_;
  std::vector<Source> sources_;
};

}  // namespace

std::vector<Source> expand(Source file, const Limits& limits, Diagnostics& diagnostics) {
  Expansion expansion(limits, diagnostics);
  expansion.take(std::move(file), 0);
  return expansion.finish();
}

}  // namespace muster
