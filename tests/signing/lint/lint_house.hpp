// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <set>

#include "signing/lint/lint.hpp"
#include "tests/signing/house.hpp"
#include "tests/signing/lint/der_tree.hpp"

namespace signing::testing {

/// One good object of every kind, made once: what each test spoils.
struct LintHouse {
    House house;
    KeyId newKey, listKey, sealKey;
    base::Bytes root, link, documentSigner, listSigner, sealSigner, revocations, masterList;
    LintHouse();
};
LintHouse& lintHouse();

std::set<std::string> codesIn(const std::vector<lint::ObjectReport>& reports, lint::Grade grade);
/// Both grades.
std::set<std::string> codesIn(const std::vector<lint::ObjectReport>& reports);

/// One way to spoil something, and what must be found then.
struct Case {
    std::string name;
    std::set<std::string> codes;
    std::function<std::vector<lint::ObjectReport>(LintHouse&)> spoilt;
};
std::vector<Case> certificateCases();
std::vector<Case> extensionCases();
std::vector<Case> listCases();

}  // namespace signing::testing
