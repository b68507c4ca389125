#include "tools/batch/order.h"

#include "extractors/read/expand.h"

namespace muster {
Reply carry_out(Order order, const Knowledge& knowledge) {
  if (!order.source.parent_id.empty() || !order.source.read_error.empty())
    return {process(order.source, knowledge, order.hints), {}};
  Diagnostics opening;
  std::vector<Source> sources = expand(std::move(order.source), knowledge.limits, opening);
  Reply reply{process(sources.front(), knowledge, order.hints, std::move(opening)), {}};
  reply.members.assign(std::make_move_iterator(sources.begin() + 1), std::make_move_iterator(sources.end()));
  return reply;
}

}  // namespace muster
