// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string_view>

#include "base/bytes.hpp"
#include "base/secret_bytes.hpp"

namespace base {

/// The whole file. Refuses ("file.missing", "file.too-large") without reading more than `limit` octets.
Result<Bytes> readFile(const std::filesystem::path& file, std::size_t limit);
/// The first line of a file that holds a password, PIN or passphrase, without its line end; the rest is wiped.
Result<SecretBytes> readSecretLine(const std::filesystem::path& file, std::size_t limit);

/// Writes beside the target, syncs, and renames over it: after a crash there is the old file or the new one, whole.
/// Throws "file.not-written".
void writeFileDurably(const std::filesystem::path& file, BytesView content);
inline void writeFileDurably(const std::filesystem::path& file, std::string_view content) {
    writeFileDurably(file, bytesOf(content));
}
/// The same, readable by its owner only; what stands in it is a secret.
void writeSecretFileDurably(const std::filesystem::path& file, BytesView content);

/// Writes noise over a small file where it stands, removes it and syncs: after a crash it is still gone. Copies, and
/// media that write elsewhere than in place, keep what they have. Throws "file.not-written".
void eraseFileDurably(const std::filesystem::path& file);

}  // namespace base
