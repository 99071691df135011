// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/fault_draw.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <fstream>
#include <functional>
#include <stdexcept>

namespace support {
namespace {

std::seed_seq seedOf(std::uint32_t seed, const std::string& place, int life) {
    return {seed, static_cast<std::uint32_t>(std::hash<std::string>{}(place)), static_cast<std::uint32_t>(life)};
}

}  // namespace

Happenings::Happenings(const std::filesystem::path& file)
    : m_path(file), m_file(open(file.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600)) {
    if (m_file < 0) throw std::runtime_error("cannot be opened: " + file.string());
}

Happenings::~Happenings() { close(m_file); }

void Happenings::note(const std::string& what) {
    const auto line = what + '\n';
    if (write(m_file, line.data(), line.size()) != static_cast<ssize_t>(line.size()))
        throw std::runtime_error("cannot be written: " + m_path.string());
}

std::map<std::string, int> Happenings::counts(const std::string& beginning) const {
    std::map<std::string, int> counts;
    std::ifstream lines{m_path};
    for (std::string line; std::getline(lines, line);)
        if (line.starts_with(beginning)) ++counts[line.substr(beginning.size())];
    return counts;
}

FaultDraw::FaultDraw(std::uint32_t seed, const std::string& place, int life, Happenings& happenings)
    : m_happenings(happenings) {
    auto sequence = seedOf(seed, place, life);
    m_engine.seed(sequence);
}

bool FaultDraw::comes(const std::string& name, double chance) {
    if (between(0, 1) >= chance) return false;
    note(name);
    return true;
}

std::size_t FaultDraw::below(std::size_t count) {
    return std::uniform_int_distribution<std::size_t>{0, count - 1}(m_engine);
}

double FaultDraw::between(double least, double most) {
    return std::uniform_real_distribution<double>{least, most}(m_engine);
}

}  // namespace support
