// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "base/secret_bytes.hpp"

/// What the program writes for people, and what it asks them.
namespace cli {

/// A table whose columns are as wide as their content (counted in characters, not octets).
class Table {
   public:
    explicit Table(std::vector<std::string> headings) { m_rows.push_back(std::move(headings)); }
    void add(std::vector<std::string> row) { m_rows.push_back(std::move(row)); }
    void print() const;

   private:
    std::vector<std::vector<std::string>> m_rows;
};

/// "2026-11-23T12:06:05" of a timestamp, and "12:06:05"; empty where there is none yet.
inline std::string secondOf(const std::string& timestamp) { return timestamp.substr(0, 19); }
inline std::string clockOf(const std::string& timestamp) {
    return timestamp.size() < 19 ? std::string{} : timestamp.substr(11, 8);
}

/// Reads a password from the terminal without echo, or a line of standard input where there is no terminal.
base::SecretBytes askPassword(const std::string& prompt);

}  // namespace cli
