#include "tools/batch/order.h"

#include "extractors/pdf/password.h"
#include "extractors/read/expand.h"
#include "normalizers/consulted.h"
#include "schemas/identity.h"
#include "schemas/serialise.h"
#include "tools/document_record.h"
#include "tools/inputs.h"

namespace muster {
namespace {

// Puts the file's bytes in place. False when they are no longer those that were ordered.
bool fetch(Order& order, const Limits& limits) {
  if (order.path.empty()) return true;
  Source loaded = load_source({order.path, order.source.name, order.source.read_error, order.byte_count}, limits.source_bytes);
  if (loaded.document_id != order.source.document_id) return false;
  order.source = std::move(loaded);
  return true;
}

void add_interpretation(const Source& source, Extraction extraction, const Knowledge& knowledge, const Hints& hints, Reply& reply) {
  knowledge.vocabulary.record().begin();
  reply.result = interpret_extraction(source, std::move(extraction), knowledge, hints);
  Consulted consulted = knowledge.vocabulary.record().end();
  reply.consulted = serialise(consulted);
}

Reply read_whole(const Source& source, const Hints& hints, const Knowledge& knowledge, Diagnostics opening) {
  Extraction extraction = extract(source, knowledge, std::move(opening));
  Reply reply;
  reply.extraction = serialise(extraction);
  if (const std::string password = password_that_opens(source.bytes); !password.empty()) reply.password_sha256 = sha256_hex(password);
  add_interpretation(source, std::move(extraction), knowledge, hints, reply);
  return reply;
}

}  // namespace

Reply carry_out(Order order, const Knowledge& knowledge) {
  if (!order.extraction.empty()) {
    Reply reply;
    add_interpretation(order.source, deserialise<Extraction>(order.extraction), knowledge, order.hints, reply);
    return reply;
  }
  if (!fetch(order, knowledge.limits)) {
    Reply reply;
    reply.result = failed_result(order.source, "unreadable_file", "it changed or vanished while it was read: run the same command again");
    return reply;
  }
  Diagnostics opening;
  if (!order.source.parent_id.empty() || !order.source.read_error.empty()) return read_whole(order.source, order.hints, knowledge, std::move(opening));
  std::vector<Source> sources = expand(std::move(order.source), knowledge.limits, opening);
  Reply reply = read_whole(sources.front(), order.hints, knowledge, std::move(opening));
  reply.members.assign(std::make_move_iterator(sources.begin() + 1), std::make_move_iterator(sources.end()));
  return reply;
}

}  // namespace muster
