// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "issuance/document/identifiers.hpp"
#include "issuance/document/mrz.hpp"
#include "issuance/document/portrait_rule.hpp"
#include "printing/scan/page_scan.hpp"

namespace issuance {

/// Which nationality a document shows.
struct NationalityRule {
    enum class Source {
        Fixed,    ///< one code, which the holder must have (passports)
        Printed,  ///< one code whatever the holder's nationality is (refugees: XXA, XXB, XXC, XXX)
        Holder,   ///< the holder's
    };
    Source source = Source::Holder;
    /// Of Fixed and Printed.
    std::string code;
    /// Of Fixed and Printed: words for the visual zone; the code stands there where they are empty.
    std::string es, en;
    /// Of Holder: the nationalities allowed; empty allows all but the issuing state's own.
    std::set<std::string> allowed;
};

/// A length of validity that may be asked for.
struct ValidityRule {
    int years = 0;
    /// Age at issue in full years that the holder must have reached; 0 for none.
    int minimumAge = 0;
};

/// What day a validity ends: the day before the anniversary of the issue, or the anniversary.
enum class LastDay { DayBeforeAnniversary, Anniversary };

/// Where the document number comes from: the blank's preprinted number, or a sequence of the house.
struct NumberSource {
    enum class From { Blank, Sequence };
    From from = From::Blank;
    /// Of Sequence: its name, and the number's pattern ("TV{year}{number:6}").
    std::string sequence;
    std::string pattern;
};

/// What the optional data of the MRZ holds.
enum class OptionalData { None, PersonalNumber };

enum class ReleaseRule { SamePerson, SecondPerson };

/// When the chip is encoded: a chip that fails before its page is printed costs no page.
enum class Encoding { AfterPrinting, BeforePrinting };

/// The steps that use up materials.
enum class MaterialStep { Print, Encode, Inspect };

/// What is counted by lot (a ribbon's panels, laminates, overlays) and used up at a step: `quantity` for each document,
/// or for every so many `documents`, with the first of them. Whoever works is warned where fewer than `low` are left.
struct Material {
    std::string item;
    MaterialStep step = MaterialStep::Print;
    std::int64_t quantity = 1;
    std::int64_t documents = 1;
    std::int64_t low = 0;
};

/// Why a document bears no signature: too young to sign, or unable to.
enum class SignatureWaiver { Minor, Unable };

/// What stands in the place of a signature that is waived. Doc 9303 reserves zone IV for the holder's signature or
/// usual mark and leaves it to the State which marks it accepts (9303-3 3.9.2, 9303-4 3.2.4, 9303-5 3.2.1); EF.DG7 is
/// optional (9303-10 4.7.7). Of holders who cannot sign it says nothing: the text is the house's own.
struct SignatureWaiverRule {
    SignatureWaiver reason = SignatureWaiver::Unable;
    std::string text;
    /// Only for holders younger than this in full years at the order; 0 for any age.
    int belowAge = 0;
};

/// One kind of document, as templates/kinds/<id>.xml says it.
struct DocumentKind {
    KindId id;
    std::string nameEs, nameEn;
    MrzFormat mrzFormat = MrzFormat::Td3;
    std::string documentCode;
    std::string issuingState;
    OptionalData optionalData = OptionalData::None;
    TransliterationRules transliteration;
    NationalityRule nationality;
    std::vector<ValidityRule> validity;
    LastDay lastDay = LastDay::DayBeforeAnniversary;
    /// Item of the stock that it is made from, and its pages (0 for cards).
    std::string blankItem;
    int blankPages = 0;
    NumberSource number;
    /// Page designs in the order in which they are printed.
    std::vector<std::string> pageDesigns;
    /// None for a document without a chip.
    std::optional<std::string> chipProfile;
    Encoding encoding = Encoding::AfterPrinting;
    std::vector<Material> materials;  ///< by item
    ReleaseRule release = ReleaseRule::SecondPerson;
    std::string authority;
    /// Characters that the visual zone has room for.
    std::size_t longestName = 0;
    std::size_t longestPlace = 0;
    bool cuiRequired = false;
    /// Whose holders the law has kept confidential: what is kept of them is sealed (issuance/confidential).
    bool confidential = false;
    PortraitRule portrait;
    /// What a scan of a finished page is judged by.
    printing::ScanLimits scanLimits;
    /// Reasons for which a document may stay unsigned, each once; none where every holder signs.
    std::vector<SignatureWaiverRule> signatureWaivers;

    /// nullptr where the kind does not know the reason.
    [[nodiscard]] const SignatureWaiverRule* waiverOf(SignatureWaiver reason) const;
    [[nodiscard]] const ValidityRule* validityOf(int years) const;
};

}  // namespace issuance
