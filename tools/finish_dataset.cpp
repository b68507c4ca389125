#include "tools/finish_dataset.h"

#include <unistd.h>

#include <filesystem>
#include <memory>
#include <optional>
#include <set>
#include <utility>

#include "dataset/apply_ledger.h"
#include "dataset/attachments.h"
#include "dataset/personal_data.h"
#include "dataset/reconcile.h"
#include "tools/line_up_requests.h"

namespace muster {
namespace {

std::vector<std::string> document_ids(const std::vector<Occurrence>& occurrences) {
  std::set<std::string> ids;
  for (const Occurrence& o : occurrences) ids.insert(o.document_id);
  return {ids.begin(), ids.end()};
}

// Beside the store; elsewhere when the dataset is only looked at.
std::string place_for_shelf(const std::string& dataset_directory) {
  const std::string place = std::filesystem::path(store_path(dataset_directory)).parent_path().string();
  return access(place.c_str(), W_OK) == 0 ? place : std::filesystem::temp_directory_path().string();
}

}  // namespace

Dataset finish_dataset(const Store& store, std::vector<Occurrence> occurrences, const BuildOptions& options, const Vocabulary& vocabulary) {
  const std::vector<std::string> ids = document_ids(occurrences);
  size_t given = 0;
  const auto next = [&]() -> std::optional<DocumentResult> {
    while (given < ids.size())
      if (std::optional<DocumentResult> result = store.result(ids[given++])) return result;
    return std::nullopt;
  };
  const auto shelf = std::make_shared<Shelf>(place_for_shelf(options.output));
  Dataset dataset = reconcile(next, std::move(occurrences), shelf);
  line_up_requests(options, vocabulary, dataset);
  look_for_attachments(dataset);
  apply_ledger(load_ledger(ledger_path(options.output)), dataset);
  mark_personal_data(dataset);
  if (options.redact) redact_personal_data(dataset);
  return dataset;
}

}  // namespace muster
