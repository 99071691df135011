// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/sending.hpp"

#include <unistd.h>

#include <fstream>
#include <functional>
#include <iostream>

#include "base/digest.hpp"
#include "base/failure.hpp"
#include "base/files.hpp"

namespace cli {
namespace {

using namespace base::literals;

constexpr std::size_t kSentAtATime = std::size_t{4} * 1024 * 1024;

/// The octets from an offset on, at most a part of them.
using ReadPart = std::function<base::BytesView(std::int64_t offset)>;

/// How far it is, in one line that is written over, and is gone with its end.
class Progress {
   public:
    Progress(const Desk& desk, std::int64_t size)
        : m_shown(!desk.json && size > static_cast<std::int64_t>(kSentAtATime) && ::isatty(STDERR_FILENO) == 1),
          m_size(size) {}
    ~Progress() {
        if (m_shown) std::cerr << "\r\033[K" << std::flush;
    }
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;
    void show(std::int64_t arrived) const {
        if (m_shown) std::cerr << "\r\033[K" << arrived * 100 / m_size << " %" << std::flush;
    }

   private:
    bool m_shown;
    std::int64_t m_size;
};

std::string send(Desk& desk, std::string sha256, std::int64_t size, const ReadPart& read) {
    auto& office = desk.office();
    const auto credentials = desk.credentials();
    const Progress progress{desk, size};
    contract::ContentPart part{std::move(sha256), size};
    auto arrived = desk.accepted(office.bring(credentials, part));
    while (arrived < size) {
        part.offset = arrived;
        part.octets = read(arrived);
        arrived = desk.accepted(office.bring(credentials, part));
        progress.show(arrived);
    }
    return part.sha256;
}

}  // namespace

std::string sendFile(Desk& desk, const std::string& name) {
    std::ifstream file{name, std::ios::binary};
    if (!file) desk.accepted(base::readFile(name, 0));
    base::Bytes part(kSentAtATime);
    const auto next = [&] {
        file.read(reinterpret_cast<char*>(part.data()), static_cast<std::streamsize>(part.size()));
        if (file.bad()) throw base::Failure{"file.not-read"_code, base::NextStep::Retry, name};
        return base::BytesView{part}.first(static_cast<std::size_t>(file.gcount()));
    };
    base::Sha256Stream sum;
    std::int64_t size = 0;
    for (auto octets = next(); !octets.empty(); octets = next()) {
        sum.add(octets);
        size += static_cast<std::int64_t>(octets.size());
    }
    return send(desk, base::toHex(sum.finish()), size, [&](std::int64_t offset) {
        file.clear();
        file.seekg(offset);
        const auto octets = next();
        // It became shorter while it was sent.
        if (octets.empty()) throw base::Failure{"file.not-read"_code, base::NextStep::Retry, name};
        return octets;
    });
}

std::string sendOctets(Desk& desk, base::BytesView octets) {
    return send(desk, base::toHex(base::sha256(octets)), static_cast<std::int64_t>(octets.size()),
                [&](std::int64_t offset) {
                    const auto rest = octets.subspan(static_cast<std::size_t>(offset));
                    return rest.first(std::min(rest.size(), kSentAtATime));
                });
}

}  // namespace cli
