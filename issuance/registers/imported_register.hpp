// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "issuance/registers/register.hpp"
#include "issuance/registers/register_kind.hpp"

namespace issuance {

/// A register as its imports amount to, up to and including one of them.
class ImportedRegister : public Register {
   public:
    ImportedRegister(const RegisterKind& kind, std::int64_t until) : m_kind(kind), m_until(until) {}
    [[nodiscard]] std::string name() const override { return m_kind.name; }
    [[nodiscard]] std::string version(records::Connection& connection) const override;
    [[nodiscard]] Found search(records::Connection& connection, const PersonSought& sought) const override;
    [[nodiscard]] std::vector<RegisterRow> rows(records::Connection& connection,
                                                const PersonInRegister& person) const override;

   private:
    const RegisterKind& m_kind;
    std::int64_t m_until;
};

}  // namespace issuance
