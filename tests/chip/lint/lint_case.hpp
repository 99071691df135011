// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtest/gtest.h>

#include <functional>

#include "base/der.hpp"
#include "chip/lint/lint.hpp"
#include "tests/chip/support/specimen.hpp"

namespace chip::lint {

/// A sound chip of the house with one thing wrong.
struct Specimen {
    const signing::testing::House& house;
    ChipContent content;

    base::Bytes& file(lds::File file) { return content.files[file]; }
    /// EF.COM and EF.SOD over the data groups as they are now.
    void seal() { testing::seal(content, house); }
    void put(lds::File group, base::Bytes octets) {
        file(group) = std::move(octets);
        seal();
    }
};

/// What makes the lint say it.
struct Case {
    std::string_view code;
    lds::File file;
    std::function<void(Specimen&)> spoil;
};

std::vector<Case> detailCases();
std::vector<Case> biometricCases();
std::vector<Case> setCases();
std::vector<Case> signatureCases();

inline base::Bytes hex(std::string_view digits) { return *base::fromHex(digits); }
inline base::Bytes tlv(base::tlv::Tag tag, std::initializer_list<base::BytesView> parts) {
    return base::tlv::encode(tag, parts);
}
inline base::Bytes published(std::string_view name) {
    return *base::readFile(support::testData(name), std::size_t{1} << 20U);
}

}  // namespace chip::lint
