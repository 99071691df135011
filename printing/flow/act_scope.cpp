// SPDX-License-Identifier: GPL-3.0-or-later
#include "printing/flow/act_scope.hpp"

#include <algorithm>

namespace printing {

namespace {

using Kind = ActShape::Kind;

ActScope::Sure common(const ActScope::Sure& one, const ActScope::Sure& other) {
    ActScope::Sure both;
    std::set_intersection(one.begin(), one.end(), other.begin(), other.end(), std::inserter(both, both.end()));
    return both;
}

}  // namespace

ActScope::Found ActScope::resolve(const std::string& path) const {
    std::size_t end = std::min(path.find('.'), path.size());
    const std::string head = path.substr(0, end);
    Found found;
    const auto alias =
        std::find_if(m_aliases.rbegin(), m_aliases.rend(), [&](const Alias& one) { return one.name == head; });
    if (alias != m_aliases.rend()) {
        found = {alias->shape, alias->kind, {}};
    } else if (const ActShape* field = m_values.field(head)) {
        found = {field, field->kind, {field}};
    }
    while (found.shape != nullptr && end < path.size()) {
        const std::size_t begin = end + 1;
        end = std::min(path.find('.', begin), path.size());
        found.shape = found.kind == Kind::Group ? found.shape->field(path.substr(begin, end - begin)) : nullptr;
        if (found.shape == nullptr) return {};
        found.kind = found.shape->kind;
        found.passed.push_back(found.shape);
    }
    return found;
}

bool ActScope::mayBeAbsent(const Found& found) const {
    return std::any_of(found.passed.begin(), found.passed.end(), [&](const ActShape* shape) {
        return shape->presence == ActShape::Presence::Optional && m_sure.count(shape) == 0;
    });
}

void ActScope::enter(const std::string& alias, const ActShape& list) {
    m_aliases.push_back({alias, &list, list.kind == Kind::Texts ? Kind::Text : Kind::Group});
}

ActScope::Sure ActScope::sureWhere(const ActCondition& condition, bool holds) const {
    using Of = ActCondition::Kind;
    if (condition.kind == Of::Not) return sureWhere(condition.parts.front(), !holds);
    if (condition.kind == Of::And || condition.kind == Of::Or) {
        const bool all = (condition.kind == Of::And) == holds;
        Sure sure = sureWhere(condition.parts.front(), holds);
        for (const auto& part : condition.parts) {
            const Sure more = sureWhere(part, holds);
            if (all)
                sure.insert(more.begin(), more.end());
            else
                sure = common(sure, more);
        }
        return sure;
    }
    if (!holds) return {};
    const auto passed = resolve(condition.path).passed;
    return {passed.begin(), passed.end()};
}

ActScope::Sure ActScope::assume(const Sure& present) {
    Sure fresh;
    for (const auto* shape : present)
        if (m_sure.insert(shape).second) fresh.insert(shape);
    return fresh;
}

void ActScope::forget(const Sure& present) {
    for (const auto* shape : present) m_sure.erase(shape);
}

}  // namespace printing
