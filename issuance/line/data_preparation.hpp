// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/secret_bytes.hpp"
#include "chip/personalization/chip_profile.hpp"
#include "issuance/document/mrz.hpp"
#include "issuance/document/travel_document.hpp"
#include "printing/draw_page.hpp"
#include "printing/page/page_design.hpp"
#include "signing/sod/document_signer.hpp"

namespace issuance {

/// The page designs of the house by name.
using PageDesigns = std::map<std::string, printing::PageDesign>;

/// The chip profiles of the house by name.
using ChipProfiles = std::map<std::string, chip::ChipProfile>;

/// The holder's images as the order brought them; no signature where it is waived.
struct HolderImages {
    base::Bytes portrait;
    base::Bytes signature;
};

/// One side to be printed.
struct PreparedPage {
    std::string name;    ///< "page", or "front" and "back" of a card
    std::string design;  ///< its page design
    base::Bytes pdf;
};

/// Everything that goes onto and into one document.
struct PreparedDocument {
    Mrz mrz;
    std::vector<PreparedPage> pages;
    std::map<chip::lds::File, base::Bytes> files;  ///< none without a chip
    base::SecretBytes activeAuthenticationKey;     ///< private scalar; empty without a chip
};

/// What a page shows of a document: the design's own fields, the MRZ where the design has one, and the kind's text in
/// place of a signature that is waived.
printing::PageValues pageValuesFor(const printing::PageDesign& design, const TravelDocument& document, const Mrz& mrz,
                                   const HolderImages& images);

/// "page", or "front", "back" for kinds of two sides.
std::string pageNameOf(const DocumentKind& kind, std::size_t side);

/// Makes MRZ, pages, data groups and EF.SOD of a document. Deterministic but for keys and signatures.
class DataPreparation {
   public:
    DataPreparation(const PageDesigns& designs, const ChipProfiles& chips, const base::Clock& clock)
        : m_designs(designs), m_chips(chips), m_clock(clock) {}

    /// A signature that is waived leaves its text on the page and no EF.DG7, in EF.COM and EF.SOD neither (9303-10
    /// 4.7.7: optional). Refuses what the MRZ, the page or the chip cannot carry, every fault of a part at once.
    /// `signer` seals the chip's files; a document without a chip needs none.
    base::Result<PreparedDocument> prepare(const TravelDocument& document, const HolderImages& images,
                                           const signing::DocumentSigner* signer) const;

   private:
    base::Outcome drawPages(const TravelDocument& document, const HolderImages& images,
                            PreparedDocument& prepared) const;
    base::Outcome fillChip(const TravelDocument& document, const HolderImages& images,
                           const signing::DocumentSigner& signer, PreparedDocument& prepared) const;
    base::Outcome writeDataGroups(const TravelDocument& document, const HolderImages& images,
                                  PreparedDocument& prepared) const;
    [[nodiscard]] base::Result<base::Bytes> face(const TravelDocument& document, base::BytesView portrait) const;
    base::Outcome seal(const signing::DocumentSigner& signer, PreparedDocument& prepared) const;

    const PageDesigns& m_designs;
    const ChipProfiles& m_chips;
    const base::Clock& m_clock;
};

}  // namespace issuance
