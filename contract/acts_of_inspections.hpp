// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/acts_of_line.hpp"

/// What an inspector looks at before a document is released (controls 11, 22, 23).
namespace contract {

/// An order whose document waits for an inspector. `wish` is what is asked of them: "look" at its page, then release;
/// "release"; "override" or spoil what was refused for its looks.
struct InspectionLine {
    std::string order;
    std::string kind;
    std::string document;
    std::string blank;
    std::string priority;
    std::string due;  ///< day; empty where none is promised
    std::string wish;
    bool own = false;  ///< made by whoever asks: another person inspects it
    static constexpr std::array kFields{
        field<&InspectionLine::order>("order"),       field<&InspectionLine::kind>("kind"),
        field<&InspectionLine::document>("document"), field<&InspectionLine::blank>("blank_serial"),
        field<&InspectionLine::priority>("priority"), field<&InspectionLine::due>("due"),
        field<&InspectionLine::wish>("wish"),         field<&InspectionLine::own>("own")};
};

struct InspectionsListed {
    std::vector<InspectionLine> waiting;
    static constexpr std::array kFields{field<&InspectionsListed::waiting>("waiting")};
};

/// What waits for an inspector, in the order of the queue, from the order `after` on; 50 where no limit is given.
struct InspectionList {
    static constexpr Declaration kAct{"inspection.list", "document.view", Effect::Reads};
    using Answer = InspectionsListed;
    std::optional<std::string> after;
    std::optional<std::int64_t> limit;
    static constexpr std::array kFields{field<&InspectionList::after>("after"), field<&InspectionList::limit>("limit")};
};

/// One thing that a document says, as it was ordered, as its page was read and as its chip was. `part` is as words of a
/// page have it ("surname", "mrz line 2"). What a page or a chip does not tell is absent.
struct InspectedPart {
    std::string page;  ///< "page", "front", "back"
    std::string part;
    std::string ordered;
    std::optional<std::string> onPage = {};
    std::optional<std::string> onChip = {};
    bool differs = false;
    bool doubtful = false;  ///< the page could not be read with certainty here
    static constexpr std::array kFields{
        field<&InspectedPart::page>("page"),        field<&InspectedPart::part>("part"),
        field<&InspectedPart::ordered>("ordered"),  field<&InspectedPart::onPage>("on_page"),
        field<&InspectedPart::onChip>("on_chip"),   field<&InspectedPart::differs>("differs"),
        field<&InspectedPart::doubtful>("doubtful")};
};

/// A picture for an inspector's eyes, JPEG or PNG. `what`: "portrait-ordered", "portrait-on-chip", "page-sent" (drawn
/// from the file that the printer got), "page-scanned", "page-difference" (where the scan has too much ink or too
/// little).
struct InspectedPicture {
    std::string what;
    std::string page = {};
    base::Bytes content = {};
    static constexpr std::array kFields{field<&InspectedPicture::what>("what"), field<&InspectedPicture::page>("page"),
                                        field<&InspectedPicture::content>("content")};
};

struct InspectionShown {
    DocumentShown document;
    std::string wish;  ///< as InspectionLine; "nothing" where the document waits for no inspector
    bool own = false;
    std::string holdReason;
    std::vector<InspectedPart> parts;        ///< nothing of a confidential holder without a need to know
    std::vector<InspectedPicture> pictures;  ///< likewise
    static constexpr std::array kFields{
        field<&InspectionShown::document>("document"), field<&InspectionShown::wish>("wish"),
        field<&InspectionShown::own>("own"),           field<&InspectionShown::holdReason>("hold_reason"),
        field<&InspectionShown::parts>("parts"),       field<&InspectionShown::pictures>("pictures")};
};

/// Order, page and chip of a document side by side, by its number or the serial of its blank, with what its inspection
/// found. Refuses "document.unknown".
struct InspectionShow {
    static constexpr Declaration kAct{"inspection.show", "document.view", Effect::Reads};
    using Answer = InspectionShown;
    std::string document;
    static constexpr std::array kFields{field<&InspectionShow::document>("document")};
};

/// A person who did not make the document has looked at it and finds it bad: it is void, its blank is spoiled by
/// inspection, and its order is made again. Refuses "order.unknown", "inspection.reason-missing",
/// "inspection.not-waiting", "line.released-by-maker".
struct InspectionRefuse {
    static constexpr Declaration kAct{"inspection.refuse", "line.release", Effect::Changes};
    using Answer = Done;
    std::string order;
    std::string reason;
    static constexpr std::array kFields{field<&InspectionRefuse::order>("order"),
                                        field<&InspectionRefuse::reason>("reason")};
};

using InspectionActs = std::tuple<InspectionList, InspectionShow, InspectionRefuse>;

}  // namespace contract
