// The columns of the CSV files: name, and how a cell is made. Private to dataset/.
#pragma once

#include <span>
#include <string>

#include "dataset/code_points.h"
#include "schemas/result.h"

namespace muster {

// What a row is made from: the document that it belongs to, the index of its text, and the thing itself.
template <class Item>
struct Of {
  const DocumentResult& document;
  const CodePointIndex& index;
  const Item& item;
};

template <class Item>
struct Column {
  const char* name;
  std::string (*cell)(const Of<Item>&);
};

// An action with its identity, which only its document's whole list can give.
struct NamedAction {
  std::string action_id, table_id;
  const Action& action;
};

struct NamedDiagnostic {
  std::string diagnostic_id;
  const Diagnostic& diagnostic;
};

std::span<const Column<DocumentRecord>> document_columns();
std::span<const Column<Observation>> observation_columns();
std::span<const Column<Answer>> answer_columns();
std::span<const Column<NamedAction>> action_columns();
std::span<const Column<Finding>> finding_columns();
std::span<const Column<NamedDiagnostic>> diagnostic_columns();

}  // namespace muster
