#include "tools/finish_dataset.h"

#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <memory>
#include <optional>
#include <utility>

#include "dataset/apply_ledger.h"
#include "dataset/attachments.h"
#include "dataset/personal_data.h"
#include "dataset/reconcile.h"
#include "tools/line_up_requests.h"

namespace muster {
namespace {

// The results of the occurrences' documents (sorted), one after the other.
NextDocument results_in_turn(const Store& store, const std::vector<Occurrence>& occurrences) {
  return [&, at = size_t{0}]() mutable -> std::optional<DocumentResult> {
    while (at < occurrences.size()) {
      const std::string& id = occurrences[at++].document_id;
      if (at > 1 && occurrences[at - 2].document_id == id) continue;
      if (std::optional<DocumentResult> result = store.result(id)) return result;
    }
    return std::nullopt;
  };
}

// Beside the store; elsewhere when the dataset is only looked at.
std::string place_for_shelf(const std::string& dataset_directory) {
  const std::string place = std::filesystem::path(store_path(dataset_directory)).parent_path().string();
  return access(place.c_str(), W_OK) == 0 ? place : std::filesystem::temp_directory_path().string();
}

}  // namespace

Dataset finish_dataset(const Store& store, std::vector<Occurrence> occurrences, const BuildOptions& options, const Vocabulary& vocabulary) {
  std::ranges::sort(occurrences);
  const Register record = register_for(options, vocabulary);
  const auto shelf = std::make_shared<Shelf>(place_for_shelf(options.output));
  AskedRequests requests = requests_to_line_up(options, record, *shelf);
  SortedRows attached(shelf->another()), personal(shelf->another());
  uint32_t index = 0;
  Dataset dataset = reconcile(results_in_turn(store, occurrences), occurrences, shelf, [&](const DocumentResult& document) {
    take_requests(document, index, requests);
    take_attached_answers(document, index, attached);
    take_personal_data(document, index++, personal);
  });
  line_up_requests(options, requests, dataset);
  look_for_attachments(dataset, attached);
  apply_ledger(load_ledger(ledger_path(options.output)), dataset);
  mark_personal_data(dataset, personal);
  if (options.redact) redact_personal_data(dataset);
  return dataset;
}

}  // namespace muster
