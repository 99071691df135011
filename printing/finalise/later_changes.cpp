// SPDX-License-Identifier: GPL-3.0-or-later
#include "printing/finalise/later_changes.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <string>

namespace printing {

namespace {

using Object = QPDFObjectHandle;
using Table = std::map<QPDFObjGen, QPDFXRefEntry>;
using Keys = std::set<std::string>;

bool sameEntry(const QPDFXRefEntry& left, const QPDFXRefEntry& right) {
    if (left.getType() != right.getType()) return false;
    if (left.getType() == 1) return left.getOffset() == right.getOffset();
    return left.getType() == 2 && left.getObjStreamNumber() == right.getObjStreamNumber() &&
           left.getObjStreamIndex() == right.getObjStreamIndex();
}

Keys differingKeys(Object before, Object after) {
    Keys keys = before.getKeys(), differing;
    keys.merge(after.getKeys());
    for (const auto& key : keys)
        if (before.getKey(key).unparse() != after.getKey(key).unparse()) differing.insert(key);
    return differing;
}

bool isSubset(const Keys& keys, const Keys& allowed) {
    return std::includes(allowed.begin(), allowed.end(), keys.begin(), keys.end());
}

/// Compares a revision with what the file became.
class Comparison {
   public:
    Comparison(QPDF& revision, QPDF& current)
        : m_revision(revision),
          m_current(current),
          m_before(revision.getXRefTable()),
          m_after(current.getXRefTable()) {}

    bool onlySignaturesAdded() {
        if (!trailersAgree()) return false;
        for (const auto& [id, entry] : m_before) {
            const auto now = m_after.find(id);
            if (now == m_after.end()) return false;
            if (!sameEntry(entry, now->second) && !allowed(m_revision.getObject(id), m_current.getObject(id)))
                return false;
        }
        return true;
    }

   private:
    bool trailersAgree() {
        for (const char* key : {"/Root", "/Info", "/Encrypt"})
            if (m_revision.getTrailer().getKey(key).unparse() != m_current.getTrailer().getKey(key).unparse())
                return false;
        return true;
    }

    bool allowed(Object before, Object after) {
        if (before.isStream() || after.isStream()) return false;
        if (before.isArray()) return grewByFields(before, after);
        if (!before.isDictionary() || !after.isDictionary()) return before.unparseResolved() == after.unparseResolved();
        const auto keys = differingKeys(before, after);
        if (before.getObjGen() == m_revision.getRoot().getObjGen()) return catalogueAllowed(before, after, keys);
        if (const auto structure = structureAllowed(before, after, keys)) return *structure;
        if (before.isDictionaryOfType("/Page")) return isSubset(keys, {"/Annots"}) && keyGrew(before, after, "/Annots");
        if (isEmptyField(before)) return isSubset(keys, {"/V", "/AP", "/M", "/F"});
        return isSubset(keys, {"/Fields", "/SigFlags"}) && keyGrew(before, after, "/Fields");
    }

    bool catalogueAllowed(Object before, Object after, const Keys& keys) {
        if (!isSubset(keys, {"/AcroForm", "/DSS", "/Extensions"})) return false;
        if (keys.count("/AcroForm") == 0) return true;
        auto form = after.getKey("/AcroForm"), had = before.getKey("/AcroForm");
        if (!form.isDictionary()) return false;
        if (!had.isDictionary()) had = Object::parse("<< /Fields [] >>");
        return isSubset(differingKeys(had, form), {"/Fields", "/SigFlags"}) && keyGrew(had, form, "/Fields");
    }

    /// Nothing where the object is no part of the logical structure that new fields are added to.
    std::optional<bool> structureAllowed(Object before, Object after, const Keys& keys) {
        auto root = m_revision.getRoot().getKey("/StructTreeRoot");
        if (!root.isDictionary() || !root.isIndirect()) return std::nullopt;
        if (before.getObjGen() == root.getObjGen()) return isSubset(keys, {"/ParentTreeNextKey"});
        if (before.getObjGen() == root.getKey("/K").getObjGen())
            return isSubset(keys, {"/K"}) && grew(before.getKey("/K"), after.getKey("/K"), 0, 1);
        if (before.getObjGen() == root.getKey("/ParentTree").getObjGen())
            return isSubset(keys, {"/Nums"}) && grew(before.getKey("/Nums"), after.getKey("/Nums"), 1, 2);
        return std::nullopt;
    }

    /// Whether an array grew by elements of new fields: at `first` and each `step` behind what was there.
    bool grew(Object before, Object after, int first, int step) {
        if (!before.isArray() || !after.isArray() || before.isIndirect() || after.isIndirect()) return false;
        const int had = before.getArrayNItems(), has = after.getArrayNItems();
        if (has < had || (has - had) % step != 0) return false;
        for (int i = 0; i < has; ++i) {
            auto item = after.getArrayItem(i);
            const bool element = i >= had && (i - had) % step == first;
            if (i < had ? before.getArrayItem(i).unparse() != item.unparse()
                        : !(element ? isNewFormElement(item) : item.isInteger()))
                return false;
        }
        return true;
    }

    /// An element that holds one new field and says nothing of its own.
    bool isNewFormElement(Object item) {
        if (!item.isIndirect() || m_before.count(item.getObjGen()) > 0 || !item.isDictionary()) return false;
        auto kids = item.getKey("/K");
        return item.getKey("/S").isNameAndEquals("/Form") &&
               isSubset(item.getKeys(), {"/K", "/P", "/Pg", "/S", "/Type"}) && kids.isArray() &&
               kids.getArrayNItems() == 1 && kids.getArrayItem(0).isDictionary() &&
               isNewField(kids.getArrayItem(0).getKey("/Obj"));
    }

    /// An array that is not there counts as an empty one; one that is referred to is compared under its own number.
    bool keyGrew(Object before, Object after, const std::string& key) {
        auto had = before.getKey(key), has = after.getKey(key);
        if (had.unparse() == has.unparse()) return true;
        return grewByFields(had.isArray() ? had : Object::newArray(), has);
    }

    bool grewByFields(Object before, Object after) {
        if (!before.isArray() || !after.isArray() || after.getArrayNItems() < before.getArrayNItems()) return false;
        for (int i = 0; i < after.getArrayNItems(); ++i) {
            auto item = after.getArrayItem(i);
            const bool holds =
                i < before.getArrayNItems() ? before.getArrayItem(i).unparse() == item.unparse() : isNewField(item);
            if (!holds) return false;
        }
        return true;
    }

    bool isNewField(Object item) {
        return item.isIndirect() && m_before.count(item.getObjGen()) == 0 && item.isDictionary() &&
               item.getKey("/FT").isNameAndEquals("/Sig") && !item.hasKey("/Kids") && !item.hasKey("/A") &&
               !item.hasKey("/AA");
    }

    static bool isEmptyField(Object object) {
        return object.getKey("/FT").isNameAndEquals("/Sig") && !object.hasKey("/V");
    }

    QPDF& m_revision;
    QPDF& m_current;
    const Table m_before, m_after;
};

}  // namespace

PdfSignature::Later laterChanges(QPDF& revision, QPDF& current) {
    return Comparison{revision, current}.onlySignaturesAdded() ? PdfSignature::Later::SignaturesOnly
                                                               : PdfSignature::Later::Other;
}

}  // namespace printing
