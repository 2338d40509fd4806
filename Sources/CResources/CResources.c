#include "CResources.h"

#include <string.h>

// Each folder has a list, such as `demo.h`, with three lines for a file:
//
//     RESOURCE("demo/shop.yaml")
//     #embed "demo/shop.yaml" limit(BYTES)
//     END
//
// A list is read twice: first every file becomes an array, then (with no bytes) an entry of the table.
// A macro cannot hold `#embed`, and this way both spellings of a path stand one above the other.
// To ship another folder: write its list, and name it in both places below.

// Clang knows `#embed` in every C, and warns outside C23.
#pragma clang diagnostic ignored "-Wc23-extensions"

#define NAMED_(folder, line) folder##_##line
#define NAMED(folder, line) NAMED_(folder, line)

// First reading: the bytes.
#define BYTES 0x7FFFFFFF
#define RESOURCE(path) static const unsigned char NAMED(FOLDER, __LINE__)[] = {
#define END };

#define FOLDER data
#include "data.h"
#undef FOLDER
#define FOLDER demo
#include "demo.h"
#undef FOLDER
#define FOLDER pages
#include "pages.h"
#undef FOLDER

#undef BYTES
#undef RESOURCE
#undef END

// Second reading: the table.
#define BYTES 0
#define RESOURCE(path) {path, NAMED(FOLDER, __LINE__), sizeof NAMED(FOLDER, __LINE__)
#define END },

static const CResource resources[] = {
#define FOLDER data
#include "data.h"
#undef FOLDER
#define FOLDER demo
#include "demo.h"
#undef FOLDER
#define FOLDER pages
#include "pages.h"
#undef FOLDER
};

const CResource *cresources_all(size_t *count) {
    *count = sizeof resources / sizeof resources[0];
    return resources;
}

const CResource *cresources_named(const char *path) {
    for (size_t index = 0; index < sizeof resources / sizeof resources[0]; index += 1) {
        if (strcmp(resources[index].path, path) == 0) return &resources[index];
    }
    return NULL;
}
