// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include "contract/acts_of_chip_keys.hpp"
#include "issuance/office/answers.hpp"
#include "issuance/office/local_office_factory.hpp"
#include "issuance/office/people_names.hpp"

namespace issuance {
namespace {

using namespace base::literals;
using namespace contract;

/// A key that chip profiles name.
struct Needed {
    chip::TransportKeyKind kind;
    std::vector<std::string> profiles;
    bool agreed = true;  ///< all of them mean the same kind of key
};
using NeededKeys = std::map<std::string, Needed>;

/// By every profile that there is, whether or not a kind of document has it already.
base::Result<NeededKeys> neededKeys() {
    NeededKeys needed;
    const auto templates = templatesFolder();
    const auto schema = base::xml::Schema::compile(templates / "schemas" / "chip-profile.xsd");
    for (const auto& entry : std::filesystem::directory_iterator{templates / "chips"}) {
        const auto document = base::xml::Document::parseFile(entry.path());
        if (!document) return document.refusal();
        const auto profile = chip::ChipProfile::read(*document, schema);
        if (!profile) return profile.refusal();
        const auto kind = chip::TransportKeyKind::of(*profile);
        if (!kind) continue;
        auto& key = needed.try_emplace(kind->name, Needed{*kind, {}}).first->second;
        key.profiles.push_back(profile->name);
        key.agreed = key.agreed && key.kind == *kind;
    }
    return needed;
}

base::Result<chip::TransportKeyKind> kindNamed(const std::string& name) {
    const auto needed = neededKeys();
    if (!needed) return needed.refusal();
    const auto found = needed->find(name);
    if (found == needed->end()) {
        std::vector<std::string> known;
        for (const auto& [each, key] : *needed) known.push_back(each);
        return base::Fault{"transport-key.unknown-name"_code,
                           {{"key", name}, {"names", fmt::format("{}", fmt::join(known, ", "))}},
                           {}};
    }
    if (!found->second.agreed)
        return base::Fault{"transport-key.rules-differ"_code,
                           {{"key", name}, {"profiles", fmt::format("{}", fmt::join(found->second.profiles, ", "))}},
                           {}};
    return found->second.kind;
}

base::Result<ChipKeyEntered> told(const chip::TransportKeyKind& kind, base::Result<CombinedKey> combined) {
    if (!combined) return combined.refusal();
    return ChipKeyEntered{kind.name,
                          std::string{nameOf(kind.cipher)},
                          std::move(combined->checkValues),
                          std::string{nameOf(kind.block)},
                          std::move(combined->firstChecks),
                          std::move(combined->secondChecks)};
}

base::Result<ChipKeyEntered> enter(House& house, Call& call, const ChipKeyEnter& request) {
    const auto kind = kindNamed(request.name);
    if (!kind) return kind.refusal();
    return told(*kind, house.transportKeys->enter(call.transaction(), call.author, *kind,
                                                  {request.component, request.secondComponent, request.checkValues}));
}

base::Result<ChipKeyEntered> replace(House& house, Call& call, const ChipKeyReplace& request) {
    const auto kind = kindNamed(request.name);
    if (!kind) return kind.refusal();
    return told(*kind, house.transportKeys->replace(call.transaction(), call.author, *kind,
                                                    {request.component, request.secondComponent, request.checkValues},
                                                    request.reason));
}

base::Result<Done> destroy(House& house, Call& call, const ChipKeyDestroy& request) {
    if (auto gone = house.transportKeys->destroy(call.transaction(), call.author, request.name, request.reason); !gone)
        return gone.refusal();
    return Done{};
}

ChipKeyLine lineOf(const TransportKeyEntry& entry, const PeopleNames& names) {
    ChipKeyLine line;
    line.name = entry.name;
    line.state = entry.endedAt.empty() ? "held" : "destroyed";
    line.cipher = entry.cipher;
    line.octets = static_cast<std::int64_t>(chip::keySizeOf(chip::cipherNamed(entry.cipher)));
    line.checkValues = entry.checkValues;
    line.checkBlock = entry.checkBlock;
    line.enteredAt = entry.enteredAt;
    line.enteredBy = names.of(entry.enteredBy);
    line.second = names.of(entry.enteredWith);
    line.endedAt = entry.endedAt;
    line.endedBy = names.of(entry.endedBy);
    line.endedWith = names.of(entry.endedWith);
    line.reason = entry.reason;
    return line;
}

ChipKeyLine lackingLine(const Needed& needed) {
    ChipKeyLine line;
    line.name = needed.kind.name;
    line.state = "lacking";
    line.cipher = nameOf(needed.kind.cipher);
    line.octets = static_cast<std::int64_t>(chip::keySizeOf(needed.kind.cipher));
    line.profiles = needed.profiles;
    line.checkBlock = nameOf(needed.kind.block);
    return line;
}

/// What is held first, then what is needed and lacks, then what is gone.
base::Result<ChipKeysListed> list(House& house, Call& call, const ChipKeyList& request) {
    auto needed = neededKeys();
    if (!needed) return needed.refusal();
    ChipKeysListed listed;
    std::vector<ChipKeyLine> gone;
    const PeopleNames names{house, call.connection};
    for (const auto& entry : house.transportKeys->entries(call.connection)) {
        auto line = lineOf(entry, names);
        if (const auto found = needed->find(entry.name); found != needed->end()) line.profiles = found->second.profiles;
        (entry.endedAt.empty() ? listed.keys : gone).push_back(std::move(line));
    }
    for (const auto& line : listed.keys) needed->erase(line.name);
    for (const auto& [name, key] : *needed) listed.keys.push_back(lackingLine(key));
    if (request.destroyed)
        for (auto& line : gone) listed.keys.push_back(std::move(line));
    return listed;
}

}  // namespace

void addChipKeyAnswers(ActTable& acts, House& house) {
    acts.answer<ChipKeyEnter>([&house](Call& call, const auto& request) { return enter(house, call, request); });
    acts.answer<ChipKeyReplace>([&house](Call& call, const auto& request) { return replace(house, call, request); });
    acts.answer<ChipKeyDestroy>([&house](Call& call, const auto& request) { return destroy(house, call, request); });
    acts.answer<ChipKeyList>([&house](Call& call, const auto& request) { return list(house, call, request); });
}

}  // namespace issuance
