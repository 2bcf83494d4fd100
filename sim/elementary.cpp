#include "sim/elementary.hpp"

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <limits>

namespace sim {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();

constexpr std::uint64_t bits_of(double x) { return std::bit_cast<std::uint64_t>(x); }
constexpr double double_of(std::uint64_t bits) { return std::bit_cast<double>(bits); }

/// A number of twice the precision: the unevaluated sum of two doubles, |low| at most half an ulp of high.
/// Sums and products are Knuth's and Dekker's (Dekker 1971, sections 4 to 6); relative error of each below 2^−101.
struct Twofold {
  double high = 0;
  double low = 0;
};

/// a + b exactly, for |a| ≥ |b| or a = 0.
constexpr Twofold ordered_sum(double a, double b) {
  const double high = a + b;
  return {high, (a - high) + b};
}

/// a + b exactly.
constexpr Twofold exact_sum(double a, double b) {
  const double high = a + b;
  const double rounded_b = high - a;
  return {high, (a - (high - rounded_b)) + (b - rounded_b)};
}

/// The upper 26 bits of x's 53, so that products of two such parts are exact.
constexpr double upper_half(double x) { return double_of(bits_of(x) & 0xFFFFFFFFF8000000); }

/// a × b exactly, away from over- and underflow.
constexpr Twofold exact_product(double a, double b) {
  const double high = a * b;
  const double a1 = upper_half(a);
  const double a2 = a - a1;
  const double b1 = upper_half(b);
  const double b2 = b - b1;
  return {high, ((a1 * b1 - high) + a1 * b2 + a2 * b1) + a2 * b2};
}

constexpr Twofold operator+(Twofold a, Twofold b) {
  const Twofold sum = exact_sum(a.high, b.high);
  return ordered_sum(sum.high, sum.low + (a.low + b.low));
}

constexpr Twofold operator*(Twofold a, Twofold b) {
  const Twofold product = exact_product(a.high, b.high);
  return ordered_sum(product.high, product.low + (a.high * b.low + a.low * b.high));
}

constexpr Twofold operator/(Twofold a, double b) {
  const double quotient = a.high / b;
  const Twofold back = exact_product(quotient, b);
  return ordered_sum(quotient, ((a.high - back.high) - back.low + a.low) / b);
}

/// log a = 2 artanh z = 2 (z + z³/3 + z⁵/5 + …) with z = (a − 1)/(a + 1); for a whose a ± 1 are exact.
constexpr Twofold precise_log(double a, int terms) {
  const Twofold z = Twofold{a - 1, 0} / (a + 1);
  const Twofold square = z * z;
  Twofold sum;
  for (int n = 2 * terms - 1; n > 0; n -= 2) sum = sum * square + Twofold{1, 0} / n;
  sum = sum * z;
  return {2 * sum.high, 2 * sum.low};
}

/// e^x by its power series, for 0 ≤ x < 0.7.
constexpr Twofold precise_exp(Twofold x) {
  Twofold sum{1, 0};
  for (int n = 26; n > 0; --n) sum = sum * x / n + Twofold{1, 0};
  return sum;
}

constexpr Twofold log_of_two = precise_log(2, 36);  // (1/3)^72 < 2^−114

/// x split so that the first part is a multiple of `unit`, and its products with small whole numbers are exact.
constexpr Twofold split(Twofold x, double unit) {
  const double shift = 0x1.8p52 * unit;
  const double high = (x.high + shift) - shift;
  return {high, (x.high - high) + x.low};
}

constexpr int table_bits = 7;
constexpr std::size_t table_size = 1 << table_bits;

// ---- logarithm: x = 2^k m, log x = k log 2 − log(inverse) + log(1 + r), where r = m × inverse − 1 is small ----

/// Where mantissas begin: m is in [45/64, 45/32), cut into 128 intervals of which two meet at 1.
constexpr std::uint64_t first_mantissa = bits_of(0.703125);
constexpr int interval_shift = 52 - table_bits;
constexpr double log_unit = 0x1p-42;  ///< k × log 2 + log c in these units has at most 53 bits

struct LogEntry {
  double inverse = 1;  ///< 1/c for the middle c of the interval, rounded to 13 bits behind the point
  Twofold log{};       ///< log c; the high part is a multiple of `log_unit`
};

constexpr std::array<LogEntry, table_size> make_log_table() {
  std::array<LogEntry, table_size> table;
  for (std::size_t i = 0; i < table_size; ++i) {
    const std::uint64_t begin = first_mantissa + (std::uint64_t{i} << interval_shift);
    const std::uint64_t end = begin + (std::uint64_t{1} << interval_shift);
    // Both intervals at 1 keep the inverse 1: there r = x − 1 is exact, and so is the logarithm's leading term.
    if (begin == bits_of(1.0) || end == bits_of(1.0)) continue;
    const double middle = (double_of(begin) + double_of(end)) / 2;
    const double shift = 0x1.8p52 * 0x1p-13;
    const double inverse = (1 / middle + shift) - shift;
    const Twofold log = precise_log(inverse, 26);  // |z| < 0.18, and 0.18^52 < 2^−128
    table[i] = {inverse, split({-log.high, -log.low}, log_unit)};
  }
  return table;
}

constexpr std::array<LogEntry, table_size> log_table = make_log_table();
constexpr Twofold log_of_two_for_log = split(log_of_two, log_unit);

/// The parts of a logarithm: log x = (base.high + base.low) + log(1 + r.high + r.low), |r| < 2^−7.
struct Reduced {
  Twofold base;
  Twofold r;
};

/// `bits` are those of a normal, positive, finite number times 2^−`extra`.
inline Reduced reduce(std::uint64_t bits, int extra) {
  const std::uint64_t offset = bits - first_mantissa;
  const LogEntry& entry = log_table[(offset >> interval_shift) % table_size];
  const double k = static_cast<double>(static_cast<std::int32_t>(static_cast<std::int64_t>(offset) >> 52) + extra);
  const double m = double_of(bits - (offset & 0xFFF0000000000000));
  // Products of the parts of m with the inverse are exact.
  const double m1 = double_of(bits_of(m) & 0xFFFFFFFFFFE00000);
  const double m2 = m - m1;
  return {{k * log_of_two_for_log.high + entry.log.high, k * log_of_two_for_log.low + entry.log.low},
          ordered_sum(m1 * entry.inverse - 1, m2 * entry.inverse)};
}

/// (log(1 + r) − r + r²/2) / r³ for |r| < 2^−7: 1/3 − r/4 + … − r⁷/10.
inline double log_series(double r) {
  const double r2 = r * r;
  const double low = (1.0 / 3 - r * (1.0 / 4)) + r2 * (1.0 / 5 - r * (1.0 / 6));
  const double high = (1.0 / 7 - r * (1.0 / 8)) + r2 * (1.0 / 9 - r * (1.0 / 10));
  return low + r2 * r2 * high;
}

constexpr std::uint64_t smallest_normal = bits_of(0x1p-1022);
constexpr std::uint64_t infinite = bits_of(infinity);

/// Logarithm of a positive, finite number as a twofold, relative error below 2^−66.
inline Twofold twofold_log(double x) {
  std::uint64_t bits = bits_of(x);
  int extra = 0;
  if (bits < smallest_normal) {
    bits = bits_of(x * 0x1p54);
    extra = -54;
  }
  const auto [base, r] = reduce(bits, extra);
  // log(1 + r) = r.high − r.high²/2 + r.low (1 − r.high) + r.high³ × series, the first two terms without any error
  // that matters: the square of the upper half is exact.
  const double upper = upper_half(r.high);
  const double square = -0.5 * upper * upper;
  const double rest_of_square = -0.5 * (r.high - upper) * (r.high + upper);
  const Twofold first = ordered_sum(base.high, r.high);
  const Twofold second = ordered_sum(first.high, square);
  const double cube = r.high * r.high * r.high * log_series(r.high);
  const double tail = cube + (rest_of_square + (second.low + first.low + (r.low - r.high * r.low) + base.low));
  return ordered_sum(second.high, tail);
}

// ---- exponential: x = (128 e + j) log 2 / 128 + r, e^x = 2^e × 2^(j/128) × e^r with |r| < 0.0028 ----

constexpr std::array<Twofold, table_size> make_exp_table() {
  std::array<Twofold, table_size> table;
  for (std::size_t j = 0; j < table_size; ++j)
    table[j] = precise_exp(log_of_two * Twofold{static_cast<double>(j) / table_size, 0});
  return table;
}

constexpr std::array<Twofold, table_size> exp_table = make_exp_table();
constexpr double steps_per_unit = table_size / log_of_two.high;
/// log 2 / 128; the high part times a whole number below 2^18 is exact.
constexpr Twofold exp_step = split({log_of_two.high / table_size, log_of_two.low / table_size}, 0x1p-42);

struct Scaled {
  double value = 0;           ///< in (0.99, 2.01)
  std::int64_t exponent = 0;  ///< of 2
};

/// e^(x + tail) for |x| < 750 and a tail below an ulp or so of x.
inline Scaled scaled_exp(double x, double tail) {
  constexpr double shift = 0x1.8p52;  // adding it rounds to a whole number and leaves that in the low bits
  const double shifted = x * steps_per_unit + shift;
  const auto steps = static_cast<std::int64_t>(bits_of(shifted) - bits_of(shift));
  const double whole = shifted - shift;
  const double r = ((x - whole * exp_step.high) - whole * exp_step.low) + tail;
  const Twofold& entry = exp_table[static_cast<std::uint64_t>(steps) % table_size];
  const double r2 = r * r;
  const double less_one = r + r2 * ((0.5 + r * (1.0 / 6)) + r2 * (1.0 / 24 + r * (1.0 / 120)));
  return {entry.high + (entry.low + entry.high * less_one), steps >> table_bits};
}

constexpr double power_of_two(std::int64_t exponent) {
  return double_of(static_cast<std::uint64_t>(exponent + 1023) << 52);
}

/// e^(x + tail) wherever the result may leave the range of normal numbers, at one rounding.
inline double wide_exp(double x, double tail) {
  if (x > 710) return infinity;
  if (x < -746) return 0;
  const Scaled result = scaled_exp(x, tail);
  const std::int64_t half = result.exponent / 2;
  return result.value * power_of_two(half) * power_of_two(result.exponent - half);
}

constexpr double always_normal = 708;  ///< e^±708 and all between are normal numbers

// ---- power ----

constexpr bool is_nan(double x) { return x != x; }

enum class Whole { no, even, odd };

/// Whether y is a whole number, and which.
Whole whole(double y) {
  const double size = y < 0 ? -y : y;
  if (size >= 0x1p53) return Whole::even;
  if (size < 1) return size == 0 ? Whole::even : Whole::no;
  const auto number = static_cast<std::int64_t>(size);
  if (static_cast<double>(number) != size) return Whole::no;
  return number % 2 == 0 ? Whole::even : Whole::odd;
}

/// x^y where x or y is zero, infinite or NaN, or x is negative; the rules are those of the C standard, F.10.4.4.
double special_pow(double x, double y) {
  if (y == 0 || x == 1) return 1;
  if (is_nan(x) || is_nan(y)) return not_a_number;
  const double size = double_of(bits_of(x) & ~(std::uint64_t{1} << 63));
  if (y == infinity || y == -infinity) {
    if (size == 1) return 1;
    return (size > 1) == (y > 0) ? infinity : 0;
  }
  const bool negative = size != x || (x == 0 && bits_of(x) != 0);
  const Whole kind = whole(y);
  const double sign = negative && kind == Whole::odd ? -1 : 1;
  if (size == 0 || size == infinity) return sign * ((size == 0) == (y > 0) ? 0.0 : infinity);
  return kind == Whole::no ? not_a_number : sign * pow(size, y);
}

}  // namespace

double log(double x) {
  std::uint64_t bits = bits_of(x);
  int extra = 0;
  if (bits - smallest_normal >= infinite - smallest_normal) [[unlikely]] {
    if (x == 0) return -infinity;
    if (is_nan(x) || x == infinity) return x;
    if (x < 0) return not_a_number;
    bits = bits_of(x * 0x1p54);
    extra = -54;
  }
  const auto [base, r] = reduce(bits, extra);
  const Twofold leading = ordered_sum(base.high, r.high);
  const double curve = r.high * r.high * (r.high * log_series(r.high) - 0.5);
  return leading.high + (leading.low + (r.low + base.low) + curve);
}

double exp(double x) {
  if (!(x > -always_normal && x < always_normal)) [[unlikely]]
    return is_nan(x) ? x : wide_exp(x, 0);
  const Scaled result = scaled_exp(x, 0);
  return double_of(bits_of(result.value) + (static_cast<std::uint64_t>(result.exponent) << 52));
}

double pow(double x, double y) {
  const bool plain_x = bits_of(x) - 1 < infinite - 1;  // positive, finite
  const bool plain_y = bits_of(y) << 1 != 0 && bits_of(y) << 1 < infinite << 1;
  if (!plain_x || !plain_y) [[unlikely]]
    return special_pow(x, y);
  const Twofold log = twofold_log(x);
  const double estimate = y * log.high;
  if (!(estimate > -746 && estimate < 710)) [[unlikely]]
    return estimate > 0 ? infinity : 0;
  // y log x as a product and what is missing from it.
  const double y1 = upper_half(y);
  const double log1 = upper_half(log.high);
  const double product = y1 * log1;
  const double missing = y1 * ((log.high - log1) + log.low) + (y - y1) * log.high;
  const Twofold exponent = ordered_sum(product, missing);
  if (!(estimate > -always_normal && estimate < always_normal)) return wide_exp(exponent.high, exponent.low);
  const Scaled result = scaled_exp(exponent.high, exponent.low);
  return double_of(bits_of(result.value) + (static_cast<std::uint64_t>(result.exponent) << 52));
}

}  // namespace sim
