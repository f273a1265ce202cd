//! A set of interventies as bits: filters meet by `and`, counts are counted bits. Ten thousand interventies are 1,250
//! bytes, so that every count of every field costs less than one line of text.

#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Bits(Vec<u64>);

impl Bits {
    /// None of `len`.
    pub fn none(len: usize) -> Self {
        Self(vec![0; len.div_ceil(64)])
    }

    /// All of `len`.
    pub fn all(len: usize) -> Self {
        let mut bits = Self(vec![u64::MAX; len.div_ceil(64)]);
        if let (Some(last), over @ 1..) = (bits.0.last_mut(), len % 64) {
            *last = (1 << over) - 1;
        }
        bits
    }

    pub fn put(&mut self, at: usize) {
        if let Some(word) = self.0.get_mut(at / 64) {
            *word |= 1 << (at % 64);
        }
    }

    /// Leaves what is in both.
    pub fn and(&mut self, other: &Bits) {
        self.0.iter_mut().zip(&other.0).for_each(|(own, other)| *own &= other);
    }

    /// Leaves what is not in the other.
    pub fn without(&mut self, other: &Bits) {
        self.0.iter_mut().zip(&other.0).for_each(|(own, other)| *own &= !other);
    }

    pub fn count(&self) -> usize {
        self.0.iter().map(|word| word.count_ones() as usize).sum()
    }

    /// How many are in both.
    pub fn shared(&self, other: &Bits) -> usize {
        self.0.iter().zip(&other.0).map(|(own, other)| (own & other).count_ones() as usize).sum()
    }

    /// Which are in it, in order.
    pub fn iter(&self) -> impl Iterator<Item = usize> {
        self.0.iter().enumerate().flat_map(|(at, &word)| {
            let mut left = word;
            std::iter::from_fn(move || {
                let bit = left.trailing_zeros() as usize;
                left &= left.wrapping_sub(1);
                (bit < 64).then_some(at * 64 + bit)
            })
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bits(len: usize, set: &[usize]) -> Bits {
        let mut bits = Bits::none(len);
        set.iter().for_each(|&at| bits.put(at));
        bits
    }

    #[test]
    fn all_of_a_number_are_no_more_than_that() {
        for len in [0, 1, 63, 64, 65, 130] {
            assert_eq!(Bits::all(len).count(), len);
            assert_eq!(Bits::all(len).iter().collect::<Vec<_>>(), (0..len).collect::<Vec<_>>());
        }
    }

    #[test]
    fn sets_meet_and_part() {
        let (mut one, other) = (bits(130, &[0, 63, 64, 129]), bits(130, &[63, 129]));
        assert_eq!(one.shared(&other), 2);
        one.without(&other);
        assert_eq!(one.iter().collect::<Vec<_>>(), [0, 64]);
        one.and(&other);
        assert_eq!(one.count(), 0);
    }

    #[test]
    fn what_lies_outside_is_not_put() {
        assert_eq!(bits(3, &[64, 2]).iter().collect::<Vec<_>>(), [2]);
    }
}
