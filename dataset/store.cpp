#include "dataset/store.h"
