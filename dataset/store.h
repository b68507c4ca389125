// Where the results of all documents come together: one row each in SQLite, and the files of docs/dataset.md written from it.
#pragma once

namespace muster {}
