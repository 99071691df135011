// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <map>
#include <random>
#include <string>

namespace support {

/// What happened at a line, a line of text each in a file that all its programs append to.
class Happenings {
   public:
    explicit Happenings(const std::filesystem::path& file);
    ~Happenings();
    Happenings(const Happenings&) = delete;
    Happenings& operator=(const Happenings&) = delete;
    void note(const std::string& what);
    /// How often each happened, of those that begin so; without that beginning.
    [[nodiscard]] std::map<std::string, int> counts(const std::string& beginning) const;

   private:
    std::filesystem::path m_path;
    int m_file;
};

/// Decides by chance what goes wrong, and notes it. The same seed, place and life draw the same.
class FaultDraw {
   public:
    FaultDraw(std::uint32_t seed, const std::string& place, int life, Happenings& happenings);
    /// Notes "fault <name>" where it comes.
    bool comes(const std::string& name, double chance);
    /// From 0 to less than `count`.
    std::size_t below(std::size_t count);
    /// Between both, each as likely.
    double between(double least, double most);
    void note(const std::string& fault) { m_happenings.note("fault " + fault); }

   private:
    std::mt19937 m_engine;
    Happenings& m_happenings;
};

}  // namespace support
