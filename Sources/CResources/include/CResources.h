#ifndef CRESOURCES_H
#define CRESOURCES_H

#include <stddef.h>

#pragma clang assume_nonnull begin

/// A file that ships inside the program. Its bytes live as long as the process and never change.
typedef struct {
    /// Where the file stands, from the folder of this target, such as `demo/shop.yaml`.
    const char *path;
    /// The file as it is on disk, without a closing zero.
    const unsigned char *bytes;
    /// How many bytes there are.
    size_t count;
} CResource;

/// All files that ship with the program, one folder after the other, in order of their paths.
/// Writes how many there are to `count`.
const CResource *cresources_all(size_t *count);

/// The file at this path, or NULL if no such file ships.
const CResource *_Nullable cresources_named(const char *path);

#pragma clang assume_nonnull end

#endif
