//! A logistic model over named features: readable, and quick.

/// One weight a feature, and a constant.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Logistic<const N: usize> {
    /// One weight a feature, in the order of the features' names.
    pub weights: [f32; N],
    /// The constant.
    pub bias: f32,
}

impl<const N: usize> Logistic<N> {
    /// The sum that the likelihood is a logistic function of: above 0 more speaks for than against.
    pub fn sum(&self, values: &[f32; N]) -> f32 {
        self.bias + values.iter().zip(self.weights).map(|(v, w)| v * w).sum::<f32>()
    }

    /// The likelihood, 0 to 1.
    pub fn likelihood(&self, values: &[f32; N]) -> f32 {
        1.0 / (1.0 + (-self.sum(values)).exp())
    }
}
