/**
 * GraphQL execution: runs operations level by level with batches, checks limits, and formats errors. SmallRye generates the schema from the
 * resolver methods of other packages, which do not depend on the execution.
 */
package org.parley.graphql;
