// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "ui/planning/rulefields.h"

#include "core/planning/rulecheck.h"
#include "core/planning/ruletext.h"
#include "core/schedule/station.h"
#include "core/time/timeofday.h"
#include "ui/planning/choices.h"
#include "ui/planning/fieldform.h"
#include "ui/planning/lengthedit.h"
#include "ui/planning/stationwords.h"
#include "ui/theme/theme.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QSpinBox>

#include <array>
#include <cmath>

namespace sf {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostCount = 1'000'000;
constexpr std::size_t quotaKind = 7;
constexpr int watershedKind = 6;
static_assert(std::is_same_v<std::variant_alternative_t<quotaKind, RuleBody>, Quota>);
static_assert(std::is_same_v<std::variant_alternative_t<watershedKind, RuleBody>, Watershed>);

/// The rows that each kind has, in the order of RuleBody.
const std::array<QStringList, std::variant_size_v<RuleBody>> &rowsOfKinds()
{
    static const std::array<QStringList, std::variant_size_v<RuleBody>> rows{{
        {u"neverMs"_s, u"preferredMs"_s, u"weight"_s},
        {u"neverMs"_s, u"preferredMs"_s, u"weight"_s},
        {u"category"_s, u"next"_s, u"isNever"_s, u"weight"_s},
        {u"never"_s, u"preferred"_s, u"weight"_s},
        {u"windowMs"_s, u"never"_s, u"preferred"_s, u"weight"_s},
        {u"isNever"_s, u"weight"_s},
        {u"rating"_s, u"from"_s, u"until"_s, u"isNever"_s, u"weight"_s},
        {u"neverShare"_s, u"preferredShare"_s}, // it chooses what comes next, and costs nothing
        {u"never"_s, u"preferred"_s, u"weight"_s},
        {u"series"_s},
    }};
    return rows;
}

QSpinBox *countBox(const QString &whenNone)
{
    auto *box = new QSpinBox;
    box->setRange(-1, mostCount);
    box->setValue(-1); // none, until a rule says one
    box->setSpecialValueText(whenNone);
    box->setFont(figureFont());
    return box;
}

QDoubleSpinBox *numberBox(double least, double most, const QString &suffix)
{
    auto *box = new QDoubleSpinBox;
    box->setRange(least, most);
    box->setDecimals(2);
    box->setSuffix(suffix);
    box->setFont(figureFont());
    return box;
}

QLineEdit *timeBox()
{
    auto *box = new QLineEdit;
    box->setPlaceholderText(u"22:00"_s);
    box->setFont(figureFont());
    return box;
}

/// What the box shows is rounded; a number that was not touched stays as exact as it was.
double numberIn(const QDoubleSpinBox &box, double original, double unit)
{
    const bool isSame = std::abs(box.value() - original / unit) <= 0.0051;
    return isSame ? original : box.value() * unit;
}

constexpr double percent = 0.01;

} // namespace

RuleFields::RuleFields(FieldForm &form, const Station &station, QObject *parent)
    : QObject(parent)
    , m_form(form)
    , m_name(new QLineEdit)
    , m_kind(new QComboBox)
    , m_window(new LengthEdit(tr("such as 7 d")))
    , m_neverLength(new LengthEdit(tr("no limit")))
    , m_preferredLength(new LengthEdit(tr("no preference")))
    , m_neverCount(countBox(tr("no limit")))
    , m_preferredCount(countBox(tr("no preference")))
    , m_neverShare(numberBox(-1, 100, tr(" %")))
    , m_preferredShare(numberBox(0, 100, tr(" %")))
    , m_before(makeNameChoice(tr("a category")))
    , m_after(makeNameChoice(tr("a category")))
    , m_rating(makeNameChoice(tr("a rating")))
    , m_series(makeNameChoice(tr("a series")))
    , m_from(timeBox())
    , m_until(timeBox())
    , m_strictness(new QComboBox)
    , m_weight(numberBox(0, 1e6, {}))
    , m_channel(new QComboBox)
    , m_category(makeNameChoice(tr("any category")))
    , m_assetKind(makeKindChoice())
    , m_tag(makeNameChoice(tr("any tag")))
    , m_daypart(makeNameChoice(tr("any daypart")))
{
    addBody(form);
    addScope(form, station);
    watch();
}

void RuleFields::addBody(FieldForm &form)
{
    for (std::size_t kind = 0; kind < std::variant_size_v<RuleBody>; ++kind)
        m_kind->addItem(ruleKindName(kind));
    m_kind->setMaxVisibleItems(m_kind->count());
    m_strictness->addItems({tr("preferably"), tr("always: it is never broken")});
    m_neverShare->setSpecialValueText(tr("no limit"));
    m_neverShare->setValue(-1);
    m_weight->setToolTip(tr("How much the preferred value counts against those of other rules"));
    form.addRow(u"type"_s, tr("&Kind"), m_kind);
    form.addRow(u"name"_s, tr("&Name"), m_name);
    form.addHeading(tr("What it asks for"));
    form.addRow(u"windowMs"_s, tr("&Within"), m_window);
    form.addRow(u"neverMs"_s, tr("Ne&ver within"), m_neverLength);
    form.addRow(u"preferredMs"_s, tr("&Preferably not within"), m_preferredLength);
    form.addRow(u"category"_s, tr("&After"), m_before);
    form.addRow(u"next"_s, tr("Do not &show"), m_after);
    form.addRow(u"never"_s, tr("Ne&ver more than"), m_neverCount);
    form.addRow(u"preferred"_s, tr("&Preferably at most"), m_preferredCount);
    form.addRow(u"neverShare"_s, tr("Ne&ver less than"), m_neverShare);
    form.addRow(u"preferredShare"_s, tr("&Preferably"), m_preferredShare);
    form.addRow(u"rating"_s, tr("&Rated"), m_rating);
    form.addRow(u"series"_s, tr("&Series"), m_series);
    form.addRow(u"from"_s, tr("Only &from"), m_from);
    form.addRow(u"until"_s, tr("&Until"), m_until);
    form.addRow(u"isNever"_s, tr("Kep&t"), m_strictness);
    form.addRow(u"weight"_s, tr("Wei&ght"), m_weight);
}

void RuleFields::addScope(FieldForm &form, const Station &station)
{
    m_channel->addItem(tr("all channels"), QVariant::fromValue(ChannelId()));
    for (const Channel &channel : station.channels())
        m_channel->addItem(channel.name, QVariant::fromValue(channel.id));
    form.addHeading(tr("What it is for"));
    form.addRow(u"channel"_s, tr("C&hannel"), m_channel);
    form.addRow(u"scopeCategory"_s, tr("&Category"), m_category);
    form.addRow(u"kind"_s, tr("K&ind of asset"), m_assetKind);
    form.addRow(u"tag"_s, tr("Ta&g"), m_tag);
    form.addRow(u"daypart"_s, tr("&Daypart"), m_daypart);
}

void RuleFields::watch()
{
    connect(m_kind, &QComboBox::currentIndexChanged, this, &RuleFields::showKind);
    connect(m_kind, &QComboBox::activated, this, [this](int kind) {
        m_strictness->setCurrentIndex(kind == watershedKind ? 1 : 0); // what is meant by each, mostly
    });
    for (QComboBox *choice : {m_kind, m_strictness, m_channel, m_assetKind})
        connect(choice, &QComboBox::currentIndexChanged, this, &RuleFields::changed);
    for (QComboBox *choice : {m_before, m_after, m_rating, m_series, m_category, m_tag, m_daypart})
        connect(choice, &QComboBox::editTextChanged, this, &RuleFields::changed);
    for (const QLineEdit *field :
         {m_name, m_from, m_until, static_cast<QLineEdit *>(m_window),
          static_cast<QLineEdit *>(m_neverLength), static_cast<QLineEdit *>(m_preferredLength)})
        connect(field, &QLineEdit::textChanged, this, &RuleFields::changed);
    for (const QSpinBox *box : {m_neverCount, m_preferredCount})
        connect(box, &QSpinBox::valueChanged, this, &RuleFields::changed);
    for (const QDoubleSpinBox *box : {m_neverShare, m_preferredShare, m_weight})
        connect(box, &QDoubleSpinBox::valueChanged, this, &RuleFields::changed);
}

void RuleFields::setWords(const StationWords &words)
{
    for (QComboBox *choice : {m_before, m_after, m_category})
        offer(*choice, words.categories);
    offer(*m_rating, words.ratings);
    offer(*m_series, words.series);
    offer(*m_tag, words.tags);
    offer(*m_daypart, words.dayparts);
}

void RuleFields::showKind()
{
    const auto kind = static_cast<std::size_t>(m_kind->currentIndex());
    for (const QStringList &rows : rowsOfKinds()) {
        for (const QString &row : rows)
            m_form.setShown(row, rowsOfKinds().at(kind).contains(row));
    }
    m_name->setPlaceholderText(ruleKindName(kind));
}

void RuleFields::show(const Rule &rule)
{
    m_name->setText(rule.name);
    m_kind->setCurrentIndex(static_cast<int>(rule.body.index()));
    showKind();
    showBody(rule.body);
    m_weight->setValue(rule.weight);
    showScope(rule.scope);
}

void RuleFields::showBody(const RuleBody &body)
{
    const auto showCount = [](QSpinBox *box, const std::optional<std::int32_t> &count) {
        box->setValue(count.value_or(-1));
    };
    if (const auto *adjacency = std::get_if<Adjacency>(&body)) {
        m_before->setEditText(adjacency->category);
        m_after->setEditText(adjacency->next);
    } else if (const auto *watershed = std::get_if<Watershed>(&body)) {
        m_rating->setEditText(watershed->rating);
        m_from->setText(timeOfDayText(watershed->from));
        m_until->setText(timeOfDayText(watershed->until));
    } else if (const auto *quota = std::get_if<Quota>(&body)) {
        m_neverShare->setValue(quota->never ? *quota->never / percent : -1);
        m_preferredShare->setValue(quota->preferred / percent);
    } else if (const auto *exemption = std::get_if<Exemption>(&body)) {
        m_series->setEditText(exemption->series);
    }
    std::visit(
        [&](const auto &one) {
            if constexpr (requires { one.window; })
                m_window->setLength(one.window > Millis::zero() ? std::optional(one.window) : std::nullopt);
            if constexpr (requires { one.isNever; })
                m_strictness->setCurrentIndex(one.isNever ? 1 : 0);
            if constexpr (requires { one.never->count(); }) {
                m_neverLength->setLength(one.never);
                m_preferredLength->setLength(one.preferred);
            } else if constexpr (requires { *one.preferred; }) {
                showCount(m_neverCount, one.never);
                showCount(m_preferredCount, one.preferred);
            }
        },
        body);
}

void RuleFields::showScope(const RuleScope &scope)
{
    m_channel->setCurrentIndex(std::max(0, m_channel->findData(QVariant::fromValue(scope.channel))));
    m_category->setEditText(scope.category);
    sf::showKind(*m_assetKind, scope.kind);
    m_tag->setEditText(scope.tag);
    m_daypart->setEditText(scope.daypart);
}

/// Fills a body from the fields; the first that can't be read is the error.
struct RuleFields::Reader
{
    const RuleFields &fields;
    std::optional<Error> error;

    void refuse(const QString &key, const QString &value, const QString &should)
    {
        if (!error)
            error = Error{ErrorCode::BadFieldValue, {value, key, should}, {}};
    }
    std::optional<Millis> length(const QString &key, const LengthEdit &field)
    {
        const auto read = field.length();
        if (read)
            return *read;
        refuse(key, field.text(), tr("Write a length such as “48 h”, “90 min” or “1:30:00”."));
        return std::nullopt;
    }
    Millis timeOfDay(const QString &key, const QLineEdit &field)
    {
        const auto read = parseTimeOfDay(field.text());
        if (!read)
            refuse(key, field.text(), tr("Write a time of day such as “22:00”."));
        return read.value_or(Millis::zero());
    }
    static std::optional<std::int32_t> count(const QSpinBox &box)
    {
        return box.value() < 0 ? std::nullopt : std::optional<std::int32_t>(box.value());
    }

    template <class Body>
    void lengths(Body &body)
    {
        body.never = length(u"neverMs"_s, *fields.m_neverLength);
        body.preferred = length(u"preferredMs"_s, *fields.m_preferredLength);
    }
    template <class Body>
    void counts(Body &body)
    {
        body.never = count(*fields.m_neverCount);
        body.preferred = count(*fields.m_preferredCount);
    }
    bool isStrict() const { return fields.m_strictness->currentIndex() == 1; }

    void operator()(Cooldown &body) { lengths(body); }
    void operator()(Separation &body) { lengths(body); }
    void operator()(MaxPerHour &body) { counts(body); }
    void operator()(MaxInARow &body) { counts(body); }
    void operator()(MaxPlays &body)
    {
        body.window = length(u"windowMs"_s, *fields.m_window).value_or(Millis::zero());
        counts(body);
    }
    void operator()(NoSameHour &body) { body.isNever = isStrict(); }
    void operator()(Exemption &body) { body.series = fields.m_series->currentText().trimmed(); }
    void operator()(Adjacency &body)
    {
        body = {fields.m_before->currentText().trimmed(), fields.m_after->currentText().trimmed(),
                isStrict()};
    }
    void operator()(Watershed &body)
    {
        body = {fields.m_rating->currentText().trimmed(), timeOfDay(u"from"_s, *fields.m_from),
                timeOfDay(u"until"_s, *fields.m_until), isStrict()};
    }
    void operator()(Quota &body)
    {
        body.never = fields.m_neverShare->value() < 0
                         ? std::nullopt
                         : std::optional(numberIn(*fields.m_neverShare, body.never.value_or(0), percent));
        body.preferred = numberIn(*fields.m_preferredShare, body.preferred, percent);
    }
};

RuleScope RuleFields::readScope(RuleScope scope) const
{
    scope.channel = m_channel->currentData().value<ChannelId>();
    scope.category = m_category->currentText().trimmed();
    scope.kind = kindIn(*m_assetKind);
    scope.tag = m_tag->currentText().trimmed();
    scope.daypart = m_daypart->currentText().trimmed();
    return scope;
}

Result<Rule> RuleFields::read(Rule base) const
{
    const auto kind = static_cast<std::size_t>(m_kind->currentIndex());
    const RuleBody before = base.body;
    if (base.body.index() != kind)
        base.body = emptyRuleBody(kind);
    Reader reader{*this, {}};
    std::visit(reader, base.body);
    base.name = m_name->text().trimmed();
    if (base.name.isEmpty())
        base.name = ruleKindName(kind);
    base.weight = numberIn(*m_weight, base.weight, 1);
    base.scope = readScope(base.scope);
    if (const auto *quota = std::get_if<Quota>(&base.body);
        quota && base.body != before && quota->preferred <= 0 && quota->never.value_or(0) <= 0)
        reader.refuse(u"preferred"_s, {}, tr("Give the share of airtime that is wanted."));
    if (reader.error)
        return fail(*reader.error);
    if (const Status status = checkRule(base); !status)
        return fail(status.error());
    return base;
}

QString RuleFields::keyOf(const QString &field) const
{
    const bool isShare =
        m_kind->currentIndex() == int(quotaKind) && (field == u"never" || field == u"preferred");
    return isShare ? field + u"Share"_s : field;
}

} // namespace sf
