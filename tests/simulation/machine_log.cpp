// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/machine_log.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <array>
#include <stdexcept>

#include "base/clock.hpp"

namespace support {
namespace {

constexpr std::string_view kActs = "pabl";  ///< a letter for each MachineAct, in its order

}  // namespace

MachineLog::MachineLog(const std::filesystem::path& file)
    : m_file(open(file.c_str(), O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0600)) {
    if (m_file < 0) throw std::runtime_error("the machines' log cannot be opened: " + file.string());
}

MachineLog::~MachineLog() { close(m_file); }

void MachineLog::count(const std::string& blank, issuance::MachineAct act) {
    const auto line = fmt::format("{} {} {} {}\n", blank, kActs.at(static_cast<std::size_t>(act)),
                                  base::formatTimestamp(base::SystemClock{}.now()), getpid());
    if (write(m_file, line.data(), line.size()) != static_cast<ssize_t>(line.size()))
        throw std::runtime_error("a machine could not count");
}

std::map<std::string, issuance::PieceCount> MachineLog::all() {
    readOn();
    return MachineTally::all();
}

void MachineLog::readOn() {
    const std::lock_guard lock{m_reading};
    std::array<char, 65536> part{};
    for (ssize_t octets = 0; (octets = pread(m_file, part.data(), part.size(), m_read)) > 0; m_read += octets)
        m_rest.append(part.data(), static_cast<std::size_t>(octets));
    std::size_t begin = 0;
    for (auto end = m_rest.find('\n'); end != std::string::npos; end = m_rest.find('\n', begin)) {
        const auto line = m_rest.substr(begin, end - begin);
        const auto space = line.find(' ');
        MachineTally::count(line.substr(0, space), static_cast<issuance::MachineAct>(kActs.find(line.at(space + 1))));
        begin = end + 1;
    }
    m_rest.erase(0, begin);
}

}  // namespace support
