// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <fstream>

#include "base/failure.hpp"
#include "base/files.hpp"
#include "cli/desk.hpp"

namespace cli {

/// Sends a file part by part by an act of uploading, so that its size does not matter to memory; gives the upload's
/// name. A file that cannot be read to its end ("file.not-read") is not taken for its first part.
template <contract::Request R>
std::string sendFile(Desk& desk, const std::string& name) {
    using namespace base::literals;
    constexpr std::size_t kPart = std::size_t{4} * 1024 * 1024;
    std::ifstream file{name, std::ios::binary};
    if (!file) desk.accepted(base::readFile(name, 0));
    typename R::Answer grown;
    std::optional<std::string> upload;
    base::Bytes part(kPart);
    do {
        file.read(reinterpret_cast<char*>(part.data()), static_cast<std::streamsize>(kPart));
        if (file.bad()) throw base::Failure{"file.not-read"_code, base::NextStep::Retry, name};
        grown = desk.ask(R{upload, grown.size, {part.begin(), part.begin() + file.gcount()}});
        upload = grown.upload;
    } while (file);
    return grown.upload;
}

}  // namespace cli
