#include "tools/finish_dataset.h"

#include <utility>

#include "dataset/apply_ledger.h"
#include "dataset/attachments.h"
#include "dataset/personal_data.h"
#include "dataset/reconcile.h"
#include "tools/line_up_requests.h"

namespace muster {

Dataset finish_dataset(Batch batch, const BuildOptions& options, const Vocabulary& vocabulary) {
  Dataset dataset = reconcile(std::move(batch));
  line_up_requests(options, vocabulary, dataset);
  look_for_attachments(dataset);
  apply_ledger(load_ledger(ledger_path(options.output)), dataset);
  mark_personal_data(dataset);
  if (options.redact) redact_personal_data(dataset);
  return dataset;
}

}  // namespace muster
