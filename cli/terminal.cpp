// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/terminal.hpp"

#include <fmt/format.h>
#include <termios.h>
#include <unistd.h>

#include <algorithm>
#include <iostream>

namespace cli {
namespace {

std::size_t charactersIn(const std::string& text) {
    return static_cast<std::size_t>(std::count_if(
        text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

/// Turns the terminal's echo off for as long as it lives.
class Silence {
   public:
    Silence() : m_terminal(::tcgetattr(STDIN_FILENO, &m_before) == 0) {
        if (!m_terminal) return;
        termios quiet = m_before;
        quiet.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &quiet);
    }
    ~Silence() {
        if (m_terminal) ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_before);
    }
    Silence(const Silence&) = delete;
    Silence& operator=(const Silence&) = delete;

   private:
    termios m_before{};
    bool m_terminal;
};

}  // namespace

void Table::print() const {
    std::vector<std::size_t> widths(m_rows.front().size());
    for (const auto& row : m_rows)
        for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], charactersIn(row[i]));
    for (std::size_t r = 0; r < m_rows.size(); ++r) {
        std::string line;
        for (std::size_t i = 0; i < m_rows[r].size(); ++i)
            line += m_rows[r][i] + std::string(widths[i] - charactersIn(m_rows[r][i]) + 2, ' ');
        line.erase(line.find_last_not_of(' ') + 1);
        std::cout << line << '\n';
        if (r > 0) continue;
        std::size_t total = 0;
        for (const auto width : widths) total += width + 2;
        for (std::size_t i = 2; i < total; ++i) std::cout << "─";
        std::cout << '\n';
    }
}

base::SecretBytes askPassword(const std::string& prompt) {
    std::cerr << prompt << ": " << std::flush;
    constexpr std::size_t kLongest = 1024;
    base::Bytes typed;
    typed.reserve(kLongest);  // what is typed is not moved about in memory, where nobody would wipe it
    {
        const Silence silence;
        char c = 0;
        while (typed.size() < kLongest && ::read(STDIN_FILENO, &c, 1) == 1 && c != '\n')
            typed.push_back(static_cast<std::uint8_t>(c));
    }
    std::cerr << '\n';
    return base::SecretBytes{std::move(typed)};
}

}  // namespace cli
