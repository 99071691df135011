// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "issuance/keys/list_book.hpp"

namespace issuance {

/// Something about the keys that people should do, and whether it waits no longer.
struct KeyNotice {
    enum class Grade { Alarm, Warning };
    Grade grade = Grade::Warning;
    base::Fault fault;  ///< its sentence says what to do
};

/// Looks over book, store and lists: what is overdue, what will be, what does not agree. Changes nothing.
class KeyWatch {
   public:
    KeyWatch(const signing::KeyStore& keys, const KeyBook& book, const ListBook& lists, const base::Clock& clock)
        : m_keys(keys), m_book(book), m_lists(lists), m_clock(clock) {}

    /// Alarms first.
    [[nodiscard]] std::vector<KeyNotice> notices(records::Connection& connection) const;

   private:
    class Round;
    const signing::KeyStore& m_keys;
    const KeyBook& m_book;
    const ListBook& m_lists;
    const base::Clock& m_clock;
};

}  // namespace issuance
